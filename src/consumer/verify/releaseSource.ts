import type { ReleaseMark, TargetEntry } from '../releaseMark.ts'
import type { Archive } from './pastReleases.ts'

/** What stands at a path of a release. */
export type Found =
  /** Its bytes are those that were signed. */
  | { readonly state: 'file'; readonly bytes: Uint8Array }
  /** The release has it, and this copy was not asked to. */
  | { readonly state: 'left-out' }
  | { readonly state: 'missing' }
  /** It is for holders of a key, and this reader has none that opens it. */
  | { readonly state: 'locked' }
  /** The source has it and cannot give it, or gives something else. */
  | { readonly state: 'broken'; readonly code: string; readonly message: string }

/** A release whose list of files is known to be the one that was signed. */
export interface ReleaseSource {
  readonly mark: ReleaseMark
  /** Every file of the release, by path. */
  readonly files: ReadonlyMap<string, TargetEntry>
  readonly get: (path: string) => Promise<Found>
  /** Null where nothing but this release is kept. */
  readonly archive: Archive | null
}
