import type { ReleaseReport } from '../../../src/publish/index.ts'

/** What the worker does, over and over. */
export const deeds = [
  'create',
  'edit',
  'submit',
  'approve',
  'publish',
  'withdraw',
  'reinstate',
  'release',
] as const
export type DeedName = (typeof deeds)[number]

/** An entry of the log, as far as it is compared. */
export type LoggedDeed = readonly [subject: string, action: string, contentHash: string]

/** What the worker finds when it starts. */
export interface Found {
  /** Milliseconds from its first line of code to its first request. */
  readonly startedIn: number
  /** All that people did, oldest first; what the program notes by itself is left out. */
  readonly log: readonly LoggedDeed[]
  /** Everything that is not as it has to be. */
  readonly faults: readonly string[]
  /** Number of the current release. */
  readonly release: number
  /** Its number after the next one was made at once. */
  readonly nextRelease: number
  readonly outcome: ReleaseReport['outcome']
}

/** What the worker prints, a line each. */
export type WorkerLine =
  | { readonly found: Found }
  /** It is about to ask for this. */
  | { readonly begins: DeedName; readonly subject: string }
  /** It was answered that this is done. */
  | {
      readonly ends: DeedName
      readonly subject: string
      /** Hash of the text afterwards; for a withdrawal, of the text that left. */
      readonly contentHash: string
      /** release: the number that is current afterwards. */
      readonly release?: number
      readonly ms: number
    }
  | { readonly refused: DeedName; readonly status: number; readonly body: unknown }
