import type { LogEntry, SubjectName } from '../../domain/model/index.ts'
import type { ReleasePlan } from '../../domain/release/index.ts'
import type { ItemRefusal } from '../items/index.ts'
import type { FeedTombstone } from '../model/index.ts'
import type { CslItem, FeedEntry, IndexItem } from '../schemas/index.ts'
import type { IndexEntries } from './indexEntries.ts'
import { noEntries } from './indexEntries.ts'

/** What the lists of a channel hold; the next release starts from it. */
export interface ChannelLists {
  readonly entries: IndexEntries
  /** By kind and key. */
  readonly tombstones: readonly FeedTombstone[]
  /** The bibliography, by id. */
  readonly references: readonly CslItem[]
  /** Its text, where the release before has this very bibliography. */
  readonly referencesText?: string
  /** The newest items, as the release that was read has them in its feeds. */
  readonly recent?: readonly FeedEntry[]
}

export const emptyLists: ChannelLists = { entries: noEntries, tombstones: [], references: [] }

/** What became of the subjects that were looked at again. */
export interface ChannelChange {
  readonly channel: { readonly key: string; readonly language: string }
  /** Whether a subject was looked at again; what the lists hold of the others stays. */
  readonly isAffected: (name: SubjectName) => boolean
  /** Those among them that go out. */
  readonly items: readonly IndexItem[]
  /** The sources among them that go out. */
  readonly references: readonly CslItem[]
  /** Those among them that cannot be written without loss. */
  readonly refusals: readonly ItemRefusal[]
}

/** What the tombstones of those that leave are written from. */
export interface Occasion {
  readonly release: number
  readonly now: Date
  readonly withheld: ReleasePlan['withheld']
  readonly logOf: (name: SubjectName) => readonly LogEntry[]
}
