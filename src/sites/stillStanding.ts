/** Where an item stood: the release in which it was gone; null while the newest one has it. */
export interface Gone {
  readonly channel: string
  readonly goneIn: number | null
}

/** What a site last said that it applied, channel by channel; null: nothing. */
export interface Applied {
  readonly name: string
  readonly isRetired: boolean
  readonly channels: readonly { readonly channel: string; readonly release: number | null }[]
}

/** A site that has not said that it applied the release an item was gone in. */
export interface StillStanding extends Gone {
  readonly site: string
  /** The release that it said it applied; null when it never said anything. */
  readonly applied: number | null
}

/**
 * Where a text that left the feed may still stand. A site that never sends receipts is among them: of
 * it nobody knows.
 */
export function stillStanding(
  gone: readonly Gone[],
  sites: readonly Applied[],
): readonly StillStanding[] {
  return sites
    .filter(({ isRetired }) => !isRetired)
    .flatMap(({ name, channels }) =>
      channels.flatMap(({ channel, release }) => {
        const goneIn = gone.find((each) => each.channel === channel)?.goneIn
        if (goneIn === undefined) return []
        const hasTakenItDown = goneIn !== null && release !== null && release >= goneIn
        return hasTakenItDown ? [] : [{ site: name, channel, goneIn, applied: release }]
      }),
    )
}
