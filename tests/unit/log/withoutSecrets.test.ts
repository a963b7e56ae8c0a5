import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutSecrets } from '../../../src/log/withoutSecrets.ts'

const marker = 'marker-of-a-secret'

describe('what is logged', () => {
  it.each([
    { password: marker },
    { 'new-password': marker, confirmPassword: marker },
    { a: { b: [{ currentPassword: marker }] } },
    { headers: { Authorization: marker, cookie: marker, 'set-cookie': [marker] } },
    { resetPasswordToken: marker, hash: marker, salt: marker, token: marker },
    { sessions: [{ sid: marker }] },
    { data: { statement: marker }, body: marker, doc: { title: marker } },
  ])('holds no secret and no body: %j', (value) => {
    expect(JSON.stringify(withoutSecrets(value))).not.toContain(marker)
  })

  it('keeps codes, identifiers, times and messages', () => {
    const at = new Date(0)
    const line = { code: 'roles-changed', account: 'ada-admin', id: '1', at, msg: 'x', count: 2 }
    expect(withoutSecrets(line)).toEqual(line)
  })

  it('says of a failed statement what it was, and not its values', () => {
    const query = 'update "users" set "hash" = ? where "id" = ?'
    const cause = Object.assign(new Error('SQLITE_CONSTRAINT'), { params: [marker] })
    const error = new Error(`Failed query: ${query}\nparams: ${marker},1`, { cause })
    const told = JSON.stringify(withoutSecrets({ err: Object.assign(error, { query }) }))
    expect(told).toContain('Failed query: update')
    expect(told).toContain('SQLITE_CONSTRAINT')
    expect(told).not.toContain(marker)
  })

  it('holds no token and no link of a message', () => {
    const told = withoutSecrets(
      'Bad token eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2lnbmVk at https://x.example/admin/reset/0a1b2c',
    )
    expect(told).toBe('Bad token [removed] at https://x.example/admin/reset/[removed]')
  })

  it('holds no address of a person', () => {
    expect(withoutSecrets('dup key: { email: "a.b+c@mail.example.org" }')).toBe(
      'dup key: { email: "[removed]" }',
    )
  })

  it('takes no longer for a message that somebody made long', () => {
    const started = performance.now()
    for (const piece of ['a', 'a.', 'ey-', 'params', '/reset/', '@']) {
      withoutSecrets(piece.repeat(200_000))
    }
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('ends, whatever it is given', () => {
    const loop: Record<string, unknown> = { name: 'x' }
    loop['self'] = loop
    expect(withoutSecrets(loop)).toEqual({ name: 'x', self: '[removed]' })
    fc.assert(
      fc.property(fc.anything({ maxDepth: 12 }), (value) => {
        withoutSecrets(value)
      }),
    )
  })
})
