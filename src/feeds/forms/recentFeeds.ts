import type { Channel } from '../../domain/model/index.ts'
import type { FeedFile, FeedTombstone, Publisher } from '../model/index.ts'
import type { FeedEntry } from '../schemas/index.ts'
import { atomFile } from './atomFile.ts'
import { buriedEntries } from './buriedEntry.ts'
import { jsonFeedFile } from './jsonFeedFile.ts'

/** What the feeds of a channel's newest items are written from. */
export interface RecentContent {
  /** The newest first. */
  readonly entries: readonly FeedEntry[]
  readonly tombstones: readonly FeedTombstone[]
}

/** The newest items of a channel as JSON Feed and as Atom, which say the same. */
export function recentFeeds(
  channel: Channel,
  { entries, tombstones }: RecentContent,
  publisher: Publisher,
): { readonly feed: FeedFile; readonly atom: FeedFile } {
  const buried = buriedEntries(channel.key, tombstones, publisher)
  return {
    feed: jsonFeedFile(channel, entries, buried, publisher),
    atom: atomFile(channel, entries, buried, publisher),
  }
}
