/** What a target's metadata says of it. */
export interface TargetEntry {
  readonly sha256: string
  readonly bytes: number
}

/** Targets by their path. */
export type Entries = ReadonlyMap<string, TargetEntry>
