import type { Channel, Finding, Page, SubjectName } from '../model/index.ts'
import type { Fallen } from './pageAsRead.ts'

/** What a feed carries, in the order of its lists. */
export const releasedKinds = ['therapy', 'article', 'claim', 'study'] as const
export type ReleasedKind = (typeof releasedKinds)[number]

export interface ReleasedItem {
  readonly kind: ReleasedKind
  readonly key: string
}

/** What goes out in one channel. */
export interface ChannelPlan {
  readonly channel: Channel
  /** By kind, then key. */
  readonly items: readonly ReleasedItem[]
  /** The pages among the items, as they are read here, in the order of the items. */
  readonly pages: readonly Page[]
  /** The claims this channel would show and does not any more, by key. */
  readonly fallenClaims: ReadonlyMap<string, Fallen>
}

/** A live subject that fails the gate today. */
export interface Withheld {
  readonly subject: SubjectName
  /** Absent: withheld from every channel it goes to. */
  readonly channel?: string
  /**
   * A claim that fails nowhere by itself and everywhere for want of something in the channel: the
   * channels. A page that shows it is judged with it there, and not with a notice in its place.
   */
  readonly inChannels?: readonly string[]
  /** The errors it fails by. */
  readonly findings: readonly Finding[]
  /** ISO date since which it has been withheld. */
  readonly since: string
  /** Why, for readers and for the log: that of its log entry, or the first finding. */
  readonly reason: string
  /** Whether the log says already that it is withheld. */
  readonly isRecorded: boolean
}

/** What a release consists of. */
export interface ReleasePlan {
  /** By key. */
  readonly channels: readonly ChannelPlan[]
  readonly withheld: readonly Withheld[]
  /** Subjects that the log holds to be withheld and that pass again everywhere. */
  readonly readmitted: readonly SubjectName[]
}
