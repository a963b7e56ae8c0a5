/** Named by a digest, or by a release that never changes. */
const hashedName = /(?:^|\/)(?:media\/[0-9a-f]{64}(?:\.[a-z0-9]+)?|changes\/[1-9]\d*\.json)$/

/** For what is named by its digest or by a version that is used once. */
export const aYear = 'public, max-age=31536000, immutable'
/** For what a withdrawal has to reach. */
export const aMinute = 'public, max-age=60, must-revalidate'
/** For the pointer: whoever keeps it asks each time whether it is still the newest. */
export const notWithoutAsking = 'no-cache'

/**
 * How long others may keep a feed file without asking: for good where its name changes with its
 * bytes, a minute otherwise, because a withdrawn text has to be gone minutes later.
 */
export function cacheControl(path: string): string {
  return hashedName.test(path) ? aYear : aMinute
}

/**
 * The same for what only holders of a key get: no shared cache keeps it (RFC 9111, 5.2.2.7). Without
 * the word, `must-revalidate` would let one (3.5).
 */
export function privateCacheControl(cacheControl: string): string {
  return cacheControl.replace(/^public\b/, 'private')
}
