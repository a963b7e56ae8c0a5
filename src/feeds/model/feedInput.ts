import type { Graph, WithdrawalKind } from '../../domain/model/index.ts'
import type { FeedKind } from './feedKind.ts'
import type { ReleasePlan } from '../../domain/release/index.ts'

export interface Licence {
  readonly name: string
  readonly url: string
}

/** Who answers for a feed; stands in every form of it. */
export interface Publisher {
  readonly name: string
  readonly url: string
  /** Where the feed is served from, e.g. `https://example.org`; the feed is below `/feeds/v1/`. */
  readonly publicUrl: string
  readonly licence: Licence
}

/** A file of the media collection. */
export interface MediaFile {
  readonly contentType: string
  /** Without dot, e.g. `png`. */
  readonly extension: string
  readonly bytes: number
}

/** Why an item left a channel. */
export const reasonKinds = ['withdrawn', 'withheld', 'left-channel'] as const
export type ReasonKind = (typeof reasonKinds)[number]

/** What stands in a channel's index for an item that left it. */
export interface FeedTombstone {
  readonly kind: FeedKind
  readonly key: string
  readonly title: string
  /** The last version that was published. */
  readonly version: number
  readonly reason: string
  readonly reasonKind: ReasonKind
  /** Of which kind a withdrawal was; absent where nobody withdrew it, or said so. */
  readonly withdrawalKind?: WithdrawalKind
  /** What takes its place, of the same kind. */
  readonly supersededBy?: { readonly kind: FeedKind; readonly key: string }
  /** ISO date on which it left. */
  readonly date: string
  /** The instant at which it left; absent in tombstones of early releases. */
  readonly at?: string
  /** The release in which it was gone for the first time. */
  readonly release: number
}

/** SHA-256 of each form of an item, lower-case hex. */
export interface ItemDigests {
  readonly json: string
  readonly markdown: string
}

/** Everything the items of a release are rendered from. */
export interface FeedInput {
  readonly publisher: Publisher
  readonly graph: Graph
  readonly plan: ReleasePlan
  /** By lower-case hex SHA-256 of the file. */
  readonly media: ReadonlyMap<string, MediaFile>
  readonly now: Date
  /** SHA-256 over UTF-8 in lower-case hex, where the room that asks has a faster one. */
  readonly digest?: (body: string) => string
}
