/** How much a reader bears of a server before it gives up. */
export interface TransportLimits {
  /** Longest silence within one file. */
  readonly idleMs: number
  /** Longest time that one file may take as a whole. */
  readonly totalMs: number
  /** Longest file whose length the feed does not name. */
  readonly maxFileBytes: number
}

export const defaultLimits: TransportLimits = {
  idleMs: 15_000,
  totalMs: 300_000,
  maxFileBytes: 64 * 1024 * 1024,
}

/** Brings the objects of a TUF repository: `metadata/…` and `targets/…`. Trusts and checks nothing. */
export interface FeedTransport {
  /** For messages: address or folder of the repository. */
  readonly place: string
  /**
   * One object, null when it is not there.
   *
   * @throws FeedRefused `endless` beyond `maxBytes`, `slow`, `truncated`, `redirected`;
   *   FeedUnreachable when nobody answers
   */
  readonly get: (name: string, maxBytes: number) => Promise<Uint8Array | null>
  /** Bytes brought so far, counted after decoding. */
  readonly bytesRead: () => number
}
