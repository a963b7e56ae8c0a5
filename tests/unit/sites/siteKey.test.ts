import { describe, expect, it } from 'vitest'
import { keyRing } from '../../../src/sites/index.ts'
import type { KeptKey } from '../../../src/sites/index.ts'
import { hashOfKey, isSiteKey, newSiteKey } from '../../../src/sites/siteKey.ts'

const now = new Date('2026-11-29T12:00:00Z')

function kept(clear: string, more: Partial<KeptKey> = {}): KeptKey {
  return {
    id: '1',
    hash: hashOfKey(clear),
    prefix: clear.slice(0, 10),
    site: { id: '1', key: 'clinic', isRetired: false },
    channels: ['us-en'],
    scopes: ['read'],
    ...more,
  }
}

describe('a new key', () => {
  it('has 256 random bits and says what it is', () => {
    const { clear, hash, prefix } = newSiteKey()
    expect(clear).toMatch(/^cgk_[\w-]{43}$/)
    expect(Buffer.from(clear.slice(4), 'base64url')).toHaveLength(32)
    expect(hash).toBe(hashOfKey(clear))
    expect(clear.startsWith(prefix)).toBe(true)
    expect(prefix).toHaveLength(10)
    expect(newSiteKey().clear).not.toBe(clear)
  })

  it.each(['', 'cgk_', 'cgk_short', `cgk_${'a'.repeat(44)}`, `CGK_${'a'.repeat(43)}`])(
    'is not %j',
    (text) => {
      expect(isSiteKey(text)).toBe(false)
    },
  )
})

describe('a ring of keys', () => {
  const { clear } = newSiteKey()

  it.each([
    ['is open', {}, undefined],
    ['was revoked', { revokedAt: new Date('2026-11-01') }, 'revoked'],
    ['expired this instant', { expiresAt: now }, 'expired'],
    ['expires later', { expiresAt: new Date('2026-11-29T12:00:01Z') }, undefined],
    ['is of a retired site', { site: { id: '1', key: 'clinic', isRetired: true } }, 'retired'],
    [
      'was revoked and expired: the first counts',
      { revokedAt: new Date('2026-11-01'), expiresAt: new Date('2026-11-02') },
      'revoked',
    ],
  ])('knows of a key that it %s', (_, more, problem) => {
    const answer = keyRing([kept(clear, more)])(clear, now)
    expect(answer.ok ? undefined : answer.problem).toBe(problem)
    expect(answer.key?.site.key).toBe('clinic')
  })

  it('knows nothing of others, nor of a key by its hash', () => {
    const ring = keyRing([kept(clear)])
    for (const other of [newSiteKey().clear, hashOfKey(clear), '', clear.slice(0, -1)]) {
      expect(ring(other, now)).toEqual({ ok: false, problem: 'unknown' })
    }
  })
})
