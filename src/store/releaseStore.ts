/** One published file of a release, as its manifest names it. */
export interface FileEntry {
  /** Digest of the bytes, lower-case hex; also the name of the blob. */
  readonly sha256: string
  readonly bytes: number
  /** Media type as it is served, e.g. `text/markdown; charset=utf-8`. */
  readonly contentType: string
}

/** What stands where a withdrawn file stood. */
export interface Tombstone {
  readonly kind: string
  readonly key: string
  readonly channel: string
  readonly reason: string
  /** Of which kind the withdrawal was, where somebody said so. */
  readonly withdrawalKind?: string
  /** What takes the item's place. */
  readonly supersededBy?: { readonly kind: string; readonly key: string }
  /** ISO 8601 date or instant of the withdrawal. */
  readonly date: string
}

/** Names one release by its content, so that a history cannot be rewritten unseen. */
export interface ReleaseDigest {
  readonly release: number
  /** Digest of that release's manifest. */
  readonly digest: string
}

/**
 * All there is to know of one release. Stored as canonical JSON (RFC 8785), so that its digest is
 * a property of its content. Paths are relative to `/feeds/v1/`.
 */
export interface Manifest {
  readonly format: 1
  readonly release: number
  readonly previous: ReleaseDigest | null
  /** ISO 8601 instant, UTC. The only clock in a release. */
  readonly createdAt: string
  readonly files: Readonly<Record<string, FileEntry>>
  readonly tombstones: Readonly<Record<string, Tombstone>>
}

/** The one mutable object of a store: which release is current. */
export interface Pointer {
  readonly release: number
  /** Digest of that release's manifest. */
  readonly manifest: string
}

/** A file on its way into a release. */
export interface NewFile {
  /** Relative to `/feeds/v1/`, see isFeedPath. */
  readonly path: string
  readonly contentType: string
  readonly body: Uint8Array
}

/** A whole release on its way into a store: what is not in it is not in the release. */
export interface NewRelease {
  /** Taken one by one, so that a release need not fit into memory. */
  readonly files: Iterable<NewFile> | AsyncIterable<NewFile>
  /** By the path that is gone; a withdrawn item has one for each of its forms. */
  readonly tombstones: Readonly<Record<string, Tombstone>>
  /** The release this one was made from, null for the first; the new number is one more. */
  readonly expected: number | null
  readonly now: Date
}

/** What a commit found of an earlier one that never came to its end, and put right. */
export interface Healed {
  /** The number that commit would have had; null when it had not got as far as that. */
  readonly release: number | null
  /** True when readers already saw that release whole and only its tidying up was missing. */
  readonly wasCommitted: boolean
  /** How many of its objects were removed. */
  readonly removed: number
}

export type CommitOutcome =
  | {
      readonly ok: true
      readonly release: number
      readonly manifestDigest: string
      /** How many blobs the store did not hold before. */
      readonly written: number
      readonly healed: Healed | null
    }
  | {
      readonly ok: false
      /** Somebody else committed since `expected` was read. This release was not written. */
      readonly reason: 'conflict'
      readonly current: number | null
      readonly healed: Healed | null
    }

/**
 * Keeps releases. Blobs and manifests never change once they are there; the pointer is swapped in
 * one step, so a reader meets one whole release or the other. Every method rejects with StoreError
 * when the store is damaged or busy, and with the cause itself when the world fails (a full disk, a
 * lost connection).
 */
export interface ReleaseStore {
  /** The current release, null before the first. Cheap enough to be asked several times a second. */
  current(): Promise<Pointer | null>
  /**
   * One release by its number, null when the store does not hold it. With a digest, the stored
   * bytes must have it.
   */
  manifest(release: number, digest?: string): Promise<Manifest | null>
  /** The bytes of a blob; they are checked against the digest that names them. */
  read(sha256: string): Promise<Uint8Array>
  /** The numbers of all releases held, ascending. */
  releases(): Promise<readonly number[]>
  /**
   * Makes a release current if `expected` still is. Of two publishers one wins and the other is
   * told; a number is never used twice. A process that dies anywhere inside leaves the old release
   * or the new one, and the next commit removes what it left and says so.
   *
   * @throws StoreError `bad-path` for a path no feed can have, one given twice, or one that is both
   *   a file and a tombstone
   */
  commit(next: NewRelease): Promise<CommitOutcome>
}
