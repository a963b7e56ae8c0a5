/** What stands at a path of a feed. */
export type Found =
  | {
      readonly state: 'file'
      readonly bytes: Uint8Array
      readonly contentType: string
      /** Digest the source names for these bytes, where it names one. */
      readonly sha256?: string
    }
  /** Withdrawn: a tombstone stands there. */
  | { readonly state: 'withdrawn' }
  | { readonly state: 'missing' }
  /** The source has it and cannot give it, or gives something else. */
  | { readonly state: 'broken'; readonly code: string; readonly message: string }

/** A release to be read file by file: in a store, or behind a server. */
export interface ReleaseSource {
  /** Number of the release, where the source knows it before its index is read. */
  readonly release: number | null
  /** Digest of the release before, where the source knows it. */
  readonly previousDigest?: string
  /** Every path of the release, where the source can list them. */
  readonly paths: readonly string[]
  readonly get: (path: string) => Promise<Found>
}

/** There is no release to be read: no server, no store, or nothing in it. */
export class SourceUnreadable extends Error {
  override name = 'SourceUnreadable'
}
