/** What the pointer reads at one moment. */
export interface Pointer {
  readonly bytes: Uint8Array
  /** Changes with the bytes; means nothing outside of the store that gave it. */
  readonly tag: string
}

export interface HeldObject {
  readonly name: string
  readonly bytes: number
  readonly modified: Date
}

/** What a dead publisher had left, and was put right. */
export interface Healed {
  /** How many of its objects were removed. */
  readonly removed: number
  /** True when readers already saw its release whole and only the tidying up was missing. */
  readonly wasCommitted: boolean
}

/** `new`: not there before. `held`: there already with these bytes. `taken`: with other bytes. */
export type PutOutcome = 'new' | 'held' | 'taken'

/** Somebody else has committed since, or what was held has gone. Nothing was written: begin again. */
export interface CommitConflict {
  readonly ok: false
  readonly reason: 'conflict'
}

export type CommitOutcome =
  | {
      readonly ok: true
      /** How many objects the store did not hold before, the pointer left out. */
      readonly written: number
      readonly pointer: Pointer
    }
  | CommitConflict

export interface CollectOptions {
  /** Whether an object has to stay. Asked of each object but the pointer. */
  isNeeded(name: string): boolean
  /** What was written at this moment or later stays. */
  readonly olderThan: Date
  /** The pointer that `isNeeded` was worked out for. */
  readonly expected: Pointer
  /** Counts, and removes nothing. */
  readonly isDryRun?: boolean
}

export type CollectOutcome =
  { readonly ok: true; readonly removed: number; readonly bytes: number } | CommitConflict

/**
 * Keeps the objects of a TUF repository: immutable ones, and one pointer that is swapped in one
 * step once everything it names is there. Names are as in objectName.ts. Every method rejects with
 * StoreError where a person can do something about it (a full disk, a missing bucket, a connection
 * that stays lost), and with the cause itself otherwise.
 */
export interface ReleaseStore {
  /** For messages: the folder, or `s3://bucket/prefix`. */
  readonly place: string
  /** Null before the first commit. Cheap enough to be asked several times a second. */
  pointer(): Promise<Pointer | null>
  /** The bytes of an immutable object, null when it is not held. They are not verified here. */
  read(name: string): Promise<Uint8Array | null>
  /** All immutable objects whose names start so, in no particular order. */
  list(prefix: string): AsyncIterable<HeldObject>
  /** Heals what a dead publisher left, and says so. */
  begin(): Promise<StoreTransaction>
  /**
   * Removes what is not needed. Safe beside running publishers: none of them commits a pointer to
   * what is removed here. Answers `conflict` when the pointer is no longer `expected`.
   */
  collect(options: CollectOptions): Promise<CollectOutcome>
}

/** One release on its way into a store. Ends with `commit` or `abort`, whatever they answer. */
export interface StoreTransaction {
  readonly healed: Healed | null
  /**
   * Adds an immutable object; several may be under way at once. A target whose stored bytes belie
   * the digest in its name is damaged: it is written again, and counts as new.
   */
  put(name: string, body: Uint8Array): Promise<PutOutcome>
  /** Makes the pointer read so if it still reads as `expected`; readers see all of it or nothing. */
  commit(pointer: Uint8Array, expected: Pointer | null): Promise<CommitOutcome>
  /** Leaves nothing behind that a reader could meet. */
  abort(): Promise<void>
}

/** The refusal of a commit or a collection that came too late. */
export const conflict: CommitConflict = { ok: false, reason: 'conflict' }
