/** A release, as far as it matters who has applied it. */
export interface ReleaseDay {
  readonly number: number
  /** ISO instant. */
  readonly at: string
}

/** How far a site is behind in a channel. */
export interface Behind {
  /** Releases that it has not said to have applied. */
  readonly releases: number
  /** ISO instant of the first of them; null when there is none. */
  readonly since: string | null
}

/**
 * How far behind the newest release a site is that last applied some release.
 *
 * @param applied - number of the release; null when the site never sent a receipt
 * @param releases - newest first; of those that are not listed nothing is known
 */
export function behindOf(applied: number | null, releases: readonly ReleaseDay[]): Behind {
  const missed = releases.filter(({ number }) => applied === null || number > applied)
  return { releases: missed.length, since: missed.at(-1)?.at ?? null }
}
