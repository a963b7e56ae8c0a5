import { describe, expect, it } from 'vitest'
import { isSingleAddress, leadsNowhere } from '../../../src/mail/addresses.ts'

describe('an address of an account', () => {
  it.each(['rea@example.org', 'r.e+a_1@mail.example.org', 'jürgen@müller.example.org'])(
    'may be %s',
    (address) => expect(isSingleAddress(address)).toBe(true),
  )

  it.each([
    'rea@example.org, all@example.org',
    'rea@example.org;all@example.org',
    'rea@example.org\r\nBcc: all@example.org',
    'rea@example.org\nDATA',
    'Rea <rea@example.org>',
    'group:rea@example.org',
    '"rea"@example.org',
    'rea@example.org(all)',
    'rea@one@two',
    'rea@example.org\u0000',
    'rea',
    '',
    `${'a'.repeat(250)}@example.org`,
  ])('may not be %j', (address) => expect(isSingleAddress(address)).toBe(false))

  it.each<[address: string, nowhere: boolean]>([
    ['editor@demo.test', true],
    ['editor@DEMO.TEST', true],
    ['editor@citegate.invalid', true],
    ['rea@example.org', false],
    ['rea@test.example.org', false],
  ])('%s leads nowhere: %s', (address, nowhere) => {
    expect(leadsNowhere(address)).toBe(nowhere)
  })
})
