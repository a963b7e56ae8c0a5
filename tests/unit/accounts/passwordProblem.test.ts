import { describe, expect, it } from 'vitest'
import { passwordProblem } from '../../../src/accounts/passwordProblem.ts'

const owner = { email: 'edda.editor@example.org', name: 'Edda Editor', key: 'edda-editor' }

describe('a password', () => {
  it.each([
    'correct horse battery staple',
    'only small letters',
    'nur kleine Buchstaben äöü',
    '합법적인 암호는 길이가 중요합니다',
    'a'.repeat(3) + ' tall orange lighthouse '.repeat(8),
  ])('is taken when it is long and nobody would guess it: %s', (password) => {
    expect(passwordProblem(password, owner)).toBeUndefined()
  })

  it.each([
    ['eleven char', 'at least 12'],
    ['', 'at least 12'],
    ['👩‍⚕️👩‍⚕️', 'at least 12'],
    ['x'.repeat(201), 'at most 200'],
    ['aaaaaaaaaaaa', 'first that an attacker tries'],
    ['123456789012', 'first that an attacker tries'],
    ['password1234', 'first that an attacker tries'],
    ['Passw0rd1234', 'first that an attacker tries'],
    ['qwertyuiop12', 'first that an attacker tries'],
    ['passwordpassword', 'first that an attacker tries'],
    ['edda.editor@example.org', 'first that an attacker tries'],
    ['Edda Editor1', 'first that an attacker tries'],
    ['edda-editor!', 'first that an attacker tries'],
    ['citegate1234', 'first that an attacker tries'],
  ])('is not taken when it is short, endless or the first guess: %s', (password, why) => {
    expect(passwordProblem(password, owner)).toContain(why)
  })

  it.each([undefined, null, 123456789012, ['correct horse battery staple'], { length: 20 }])(
    'is a text: %j',
    (value) => {
      expect(passwordProblem(value, owner)).toBe('A password is a text.')
    },
  )

  it('is judged in a moment, whatever is sent', () => {
    const started = performance.now()
    for (const piece of ['a', 'ab', 'aB1!', '19', 'qwerty', 'p4ssw0rd', '1.1.2000']) {
      passwordProblem(piece.repeat(200).slice(0, 200), owner)
      passwordProblem(piece.repeat(100_000), owner)
    }
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
