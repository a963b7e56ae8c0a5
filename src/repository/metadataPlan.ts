import type { ReleaseNote } from './metadataJson.ts'
import type { RootChain } from './rootChain.ts'
import type { Signers } from './signersFor.ts'
import type { Entries } from './targetEntry.ts'
import type { TrustedState } from './trustedState.ts'

/** What targets.json and the bins are to say. */
export interface TargetsPlan {
  readonly note: ReleaseNote
  readonly lists: Entries
  /** How many targets there are in all. */
  readonly count: number
  /** 0 without bins. */
  readonly bitLength: number
  /** The bins to write, by number; the others stay as they are. */
  readonly bins: ReadonlyMap<number, Entries>
  /** When the first of those that stay expires, or earlier; null when none stays. */
  readonly keptBinsExpire: string | null
}

/** What a commit is to write. */
export interface MetadataPlan {
  readonly base: TrustedState | null
  readonly roots: RootChain
  /** A root that is not in the store yet, the last of `roots`. */
  readonly newRoot: Uint8Array | null
  readonly signers: Signers
  readonly now: Date
  /** Null keeps targets.json and the bins. */
  readonly targets: TargetsPlan | null
  /** Without targets: whether the snapshot is signed again all the same. */
  readonly renewsSnapshot: boolean
}
