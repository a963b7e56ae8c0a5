/** A file as the signed list of a release names it. */
export interface SignedFile {
  readonly sha256: string
  readonly bytes: number
}

/** What stands at a path of a release. */
export type Found =
  /** Its bytes are those that were signed. */
  | { readonly state: 'file'; readonly bytes: Uint8Array }
  /** The release has it, and this copy was not asked to. */
  | { readonly state: 'left-out' }
  | { readonly state: 'missing' }
  /** The source has it and cannot give it, or gives something else. */
  | { readonly state: 'broken'; readonly code: string; readonly message: string }

/** A release whose list of files is known to be the one that was signed. */
export interface ReleaseSource {
  /** Number of the release, as it was signed. */
  readonly release: number
  /** Every file of the release, by path. */
  readonly files: ReadonlyMap<string, SignedFile>
  readonly get: (path: string) => Promise<Found>
  /**
   * A file of this or of an earlier release by its digest, which was checked; null when it is no
   * longer held.
   */
  readonly held: (path: string, sha256: string) => Promise<Uint8Array | null>
}
