import { createHash, randomBytes } from 'node:crypto'

/** What every key starts with, so that people and secret scanners know one when they see it. */
const mark = 'cgk_'

/** 256 bits as base64url without padding. */
const shape = /^cgk_[A-Za-z0-9_-]{43}$/

/** Characters shown of a key, so that people can tell keys apart; 36 of its 256 bits. */
const shownCharacters = mark.length + 6

export interface NewSiteKey {
  /** The key itself: shown once, kept nowhere. */
  readonly clear: string
  readonly hash: string
  readonly prefix: string
}

/** Makes a key of 256 random bits. */
export function newSiteKey(): NewSiteKey {
  const clear = mark + randomBytes(32).toString('base64url')
  return { clear, hash: hashOfKey(clear), prefix: prefixOf(clear) }
}

/** Whether a text can be a key at all. */
export function isSiteKey(text: string): boolean {
  return shape.test(text)
}

/**
 * SHA-256 in hex. A slow hash, as passwords need, would add nothing: nobody tries out 2^256 keys. And
 * who looks a key up by the hash of what was sent learns nothing from how long the comparison takes.
 */
export function hashOfKey(clear: string): string {
  return createHash('sha256').update(clear).digest('hex')
}

/** The beginning of a key, by which people recognise it. */
export function prefixOf(clear: string): string {
  return clear.slice(0, shownCharacters)
}
