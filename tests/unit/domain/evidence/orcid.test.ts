import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orcidCheckCharacter, parseOrcid } from '../../../../src/domain/evidence/index.ts'

const fifteenDigits = fc.stringMatching(/^\d{15}$/)

describe('parseOrcid', () => {
  // ORCID's own example record, Josiah Carberry, who does not exist.
  it.each([
    '0000-0002-1825-0097',
    ' 0000-0002-1825-0097 ',
    'https://orcid.org/0000-0002-1825-0097',
    'orcid.org/0000-0002-1825-0097/',
  ])('reads %j', (text) => {
    expect(parseOrcid(text)).toBe('0000-0002-1825-0097')
  })

  // The example of ORCID's own description of the checksum.
  it('accepts X as check character, in either case', () => {
    expect(parseOrcid('0000-0002-1694-233x')).toBe('0000-0002-1694-233X')
  })

  it.each([
    '',
    '0000-0002-1825-0098',
    '0000000218250097',
    '0000-0002-1825-009',
    '0000-0002-1825-00977',
    '0000-0002-X825-0097',
    'https://example.org/0000-0002-1825-0097',
  ])('refuses %j', (text) => {
    expect(parseOrcid(text)).toBeUndefined()
  })

  it('accepts fifteen digits with their check character', () => {
    fc.assert(
      fc.property(fifteenDigits, (digits) => {
        const orcid = grouped(digits + orcidCheckCharacter(digits))
        return parseOrcid(orcid) === orcid
      }),
    )
  })

  it('notices any one altered digit', () => {
    fc.assert(
      fc.property(
        fifteenDigits,
        fc.nat({ max: 14 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, position, shift) => {
          const altered = (Number(digits.charAt(position)) + shift) % 10
          const text = digits.slice(0, position) + String(altered) + digits.slice(position + 1)
          return parseOrcid(grouped(text + orcidCheckCharacter(digits))) === undefined
        },
      ),
    )
  })

  it('notices any two neighbours that changed places', () => {
    fc.assert(
      fc.property(fifteenDigits, fc.nat({ max: 13 }), (digits, position) => {
        const first = digits.charAt(position)
        const second = digits.charAt(position + 1)
        fc.pre(first !== second)
        const text = digits.slice(0, position) + second + first + digits.slice(position + 2)
        return parseOrcid(grouped(text + orcidCheckCharacter(digits))) === undefined
      }),
    )
  })
})

function grouped(characters: string): string {
  return characters.replace(/(.{4})(?=.)/g, '$1-')
}
