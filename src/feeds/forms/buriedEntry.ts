import type { FeedTombstone, Publisher } from '../model/index.ts'
import { feedUrl, itemPaths, newestFirst } from '../model/index.ts'
import { mostRecent } from './mostRecent.ts'

/** What left a channel, under the id that its entry had. */
export interface BuriedEntry {
  readonly id: string
  /** ISO 8601 instant, UTC. */
  readonly at: string
  readonly tombstone: FeedTombstone
}

/** What left a channel last, the newest first. Sources have no entries, and so none to take back. */
export function buriedEntries(
  channel: string,
  tombstones: readonly FeedTombstone[],
  { publicUrl }: Pick<Publisher, 'publicUrl'>,
): readonly BuriedEntry[] {
  return tombstones
    .filter(({ kind }) => kind !== 'study')
    .map((tombstone) => ({
      id: feedUrl(publicUrl, itemPaths(channel, tombstone).json),
      at: tombstone.at ?? `${tombstone.date}T00:00:00.000Z`,
      tombstone,
    }))
    .toSorted((a, b) => newestFirst({ ...a.tombstone, at: a.at }, { ...b.tombstone, at: b.at }))
    .slice(0, mostRecent)
}
