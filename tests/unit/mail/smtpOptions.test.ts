import { describe, expect, it } from 'vitest'
import { smtpOptions } from '../../../src/mail/smtpOptions.ts'

describe('SMTP_URL', () => {
  it.each<[url: string, reached: object]>([
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, secure: false }],
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, secure: true }],
    ['smtp://mail.example.org:25', { port: 25, secure: false }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525 }],
    [
      'smtps://re%40a:p%2Fw%3A%25@mail.example.org',
      { auth: { user: 're@a', pass: 'p/w:%' }, secure: true },
    ],
  ])('%s', (url, reached) => expect(smtpOptions(url)).toMatchObject(reached))

  it.each<[url: string, demandsTls: boolean]>([
    ['smtp://rea:secret@mail.example.org', true],
    ['smtp://rea:secret@127.0.0.1.example.org', true],
    ['smtp://rea:secret@127.0.0.1:2525', false],
    ['smtp://rea:secret@[::1]:2525', false],
    ['smtp://mail.example.org', false],
  ])('%s goes over TLS or nowhere: %s', (url, demandsTls) => {
    expect(smtpOptions(url).requireTLS).toBe(demandsTls)
  })

  it('cannot make a message read a file or an address', () => {
    expect(smtpOptions('smtp://mail.example.org')).toMatchObject({
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  })
})
