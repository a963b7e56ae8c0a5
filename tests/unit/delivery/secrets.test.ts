import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newSecret, signingSecrets, withNewSecret } from '../../../src/delivery/secrets.ts'
import { signedHeaders } from '../../../src/delivery/signedHeaders.ts'

const now = new Date('2026-01-01T00:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const source = { installation: 'a secret of thirty-two characters', webhook: 'a-site' }

describe('a secret', () => {
  it('is as long as Standard Webhooks asks, and another each time', () => {
    const [one, other] = [newSecret(source, now), newSecret(source, now)]
    expect(one.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(Buffer.from(one.secret.slice(6), 'base64')).toHaveLength(32)
    expect(other.secret).not.toBe(one.secret)
  })

  it('is made again from what is kept, with the secret of the installation and for its webhook', () => {
    const { kept, secret } = newSecret(source, now)
    const stored = JSON.parse(JSON.stringify(kept)) as typeof kept
    expect(signingSecrets(source, [stored], now)).toEqual([secret])
    expect(signingSecrets({ ...source, installation: 'another' }, [stored], now)).toEqual([])
    expect(signingSecrets({ ...source, webhook: 'another' }, [stored], now)).toEqual([])
  })

  it('does not stand in what is kept', () => {
    const { kept, secret } = newSecret(source, now)
    const bytes = Buffer.from(secret.slice(6), 'base64')
    for (const form of [secret.slice(6), bytes.toString('hex')]) {
      expect(JSON.stringify(kept)).not.toContain(form.slice(0, 12))
    }
  })

  it('signs beside the one that takes its place, for as long as was said', () => {
    const [first, second, third] = [1, 2, 3].map(() => newSecret(source, now))
    if (!first || !second || !third) throw new Error('There are three.')
    const two = withNewSecret([first.kept], second.kept, now, 24 * 3_600_000)
    expect(signingSecrets(source, two, hours(23))).toEqual([second.secret, first.secret])
    expect(signingSecrets(source, two, hours(24))).toEqual([second.secret])
    const three = withNewSecret(two, third.kept, hours(1), 24 * 3_600_000)
    const both = [third.secret, second.secret]
    expect(signingSecrets(source, three, hours(23))).toEqual([...both, first.secret])
    expect(signingSecrets(source, three, hours(24))).toEqual(both)
    expect(signingSecrets(source, three, hours(25))).toEqual([third.secret])
    expect(withNewSecret(three, second.kept, hours(26), 0)).toEqual([second.kept])
  })

  it('that strangers know signs nothing more at once', () => {
    const [old, fresh] = [newSecret(source, now), newSecret(source, now)]
    const left = withNewSecret([old.kept], fresh.kept, now, 0)
    expect(signingSecrets(source, left, now)).toEqual([fresh.secret])
  })
})

describe('the headers', () => {
  const body = '{"type":"webhook.test"}'

  it('are what receivers verify by, with either secret', () => {
    const at = new Date()
    const [old, fresh] = [newSecret(source, now).secret, newSecret(source, now).secret]
    const headers = signedHeaders('event-1', at, body, [fresh, old])
    for (const secret of [old, fresh]) {
      expect(new Webhook(secret).verify(body, { ...headers })).toEqual({ type: 'webhook.test' })
    }
    const stranger = newSecret(source, now).secret
    expect(() => new Webhook(stranger).verify(body, { ...headers })).toThrow()
    expect(() => new Webhook(old).verify(`${body} `, { ...headers })).toThrow()
  })

  it('are HMAC-SHA256 over id, timestamp and body', () => {
    const { secret } = newSecret(source, now)
    const headers = signedHeaders('event-1', now, body, [secret])
    const expected = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(`event-1.1767225600.${body}`)
      .digest('base64')
    expect(headers).toEqual({
      'webhook-id': 'event-1',
      'webhook-timestamp': '1767225600',
      'webhook-signature': `v1,${expected}`,
    })
  })
})
