/** What can be wrong with a feed, or with what is said to be one. The codes are permanent. */
export type FeedRefusalCode =
  /** Signed metadata has expired: somebody holds newer releases back (or nobody renewed it). */
  | 'frozen'
  /** Older than what this reader has seen already. */
  | 'rolled-back'
  /** Signed parts of different releases side by side. */
  | 'mixed'
  /** Not signed by the keys that this reader trusts. */
  | 'wrong-key'
  /** Other bytes than those that were signed. */
  | 'tampered'
  /** Ends before its end. */
  | 'truncated'
  /** Goes on beyond the length it may have. */
  | 'endless'
  /** Comes so slowly that it never ends. */
  | 'slow'
  /** The server sends its reader elsewhere. */
  | 'redirected'
  /** Named by the feed, and not there. */
  | 'missing'
  /** For holders of a key, and this reader has none that opens it. */
  | 'locked'
  /** Not what a feed is made of. */
  | 'malformed'
  /** The history of the feed is without a release that this reader has seen. */
  | 'rewritten'
  /** What this reader kept of the last time is damaged. */
  | 'state-damaged'

/** The feed is not what it has to be: an attack, or damage. The message names what was wrong. */
export class FeedRefused extends Error {
  override name = 'FeedRefused'
  readonly code: FeedRefusalCode

  constructor(code: FeedRefusalCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** There is no feed to be had at this moment: no server, or none that answers for one. */
export class FeedUnreachable extends Error {
  override name = 'FeedUnreachable'
  readonly code = 'unreachable'
}
