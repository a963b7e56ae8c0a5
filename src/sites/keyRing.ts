import { hashOfKey, isSiteKey } from './siteKey.ts'

/** What a key may be used for. */
export const keyScopes = ['read', 'receipts'] as const
export type KeyScope = (typeof keyScopes)[number]

/** A key as it is kept: its hash, and what it opens. */
export interface KeptKey {
  /** Of its record. */
  readonly id: string
  readonly hash: string
  /** Its first characters, for logs and people. */
  readonly prefix: string
  readonly site: {
    readonly id: string
    readonly key: string
    /** It takes the feed no longer, and none of its keys opens anything. */
    readonly isRetired: boolean
  }
  /** Keys of the channels that it opens. */
  readonly channels: readonly string[]
  readonly scopes: readonly KeyScope[]
  readonly expiresAt?: Date
  readonly revokedAt?: Date
}

/** Why a key opens nothing. */
export type KeyProblem = 'unknown' | 'revoked' | 'expired' | 'retired'

export type KeyAnswer =
  | { readonly ok: true; readonly key: KeptKey }
  | {
      readonly ok: false
      readonly problem: KeyProblem
      /** Whoever sends it has it, so it is no secret to them which one it was. */
      readonly key?: KeptKey
    }

export type KeyRing = (clear: string, now: Date) => KeyAnswer

/** Looks keys up by their hashes, in memory. */
export function keyRing(keys: readonly KeptKey[]): KeyRing {
  const byHash = new Map(keys.map((key) => [key.hash, key]))
  return (clear, now) => {
    const key = isSiteKey(clear) ? byHash.get(hashOfKey(clear)) : undefined
    if (key === undefined) return { ok: false, problem: 'unknown' }
    const problem = problemOf(key, now)
    return problem === undefined ? { ok: true, key } : { ok: false, problem, key }
  }
}

function problemOf({ revokedAt, expiresAt, site }: KeptKey, now: Date): KeyProblem | undefined {
  if (revokedAt !== undefined) return 'revoked'
  if (site.isRetired) return 'retired'
  return expiresAt !== undefined && expiresAt <= now ? 'expired' : undefined
}
