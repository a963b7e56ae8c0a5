import type { SnapshotJson, TimestampJson, TopTargetsJson } from './metadataJson.ts'
import type { BinCache } from './readBins.ts'
import type { RootChain } from './rootChain.ts'
import type { Entries } from './targetEntry.ts'
import type { Pointer, ReleaseStore } from '../store/index.ts'

/** The metadata of one commit, verified. Bins are read when somebody asks for what is in them. */
export interface TrustedState {
  readonly store: ReleaseStore
  readonly pointer: Pointer
  readonly roots: RootChain
  readonly timestamp: TimestampJson
  readonly snapshot: SnapshotJson
  readonly targets: TopTargetsJson
  /** Digest of the file that holds `targets`. */
  readonly targetsSha256: string
  /** What stands in targets.json itself. */
  readonly lists: Entries
  readonly bins: BinCache
}

/** How many bits of a path's hash name its bin; 0 when there are no bins. */
export function bitLengthOf({ targets }: Pick<TrustedState, 'targets'>): number {
  return targets.delegations?.succinct_roles.bit_length ?? 0
}
