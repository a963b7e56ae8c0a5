/** Whether to try every point, however long that takes. */
const wantsAll = process.env['STORE_KILLS'] === 'all'

/** How long a test of points may take. */
export const pointsTimeoutMs = wantsAll ? 3_600_000 : 300_000

/**
 * The points of 1 to `count` to try: all of them where STORE_KILLS is `all`, otherwise one from
 * each `share` of them (a tenth, where nothing else is said), and the first and the last. The same
 * ones each time, by the seed.
 */
export function somePoints(count: number, seed: number, share = 10): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index + 1)
  if (wantsAll) return all
  const next = numbersFrom(seed)
  const picked = Array.from({ length: Math.ceil(count / share) }, (_, part) =>
    Math.min(count, part * share + 1 + (next() % share)),
  )
  return [...new Set([1, ...picked, count])].sort((a, b) => a - b)
}

/** Lehmer's generator, with the constants of Park and Miller. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
}
