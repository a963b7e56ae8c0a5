import { mostRecent } from '../forms/index.ts'
import { newestFirst } from '../model/index.ts'
import type { IndexItem } from '../schemas/index.ts'
import type { IndexEntries } from './indexEntries.ts'
import { itemIn, modifiedIn } from './indexEntries.ts'

/**
 * The items that changed last among therapies, articles and claims, the newest first; of those that
 * changed at the same instant the first by kind and key. Sources have no entries in a feed: nobody
 * reads them for themselves.
 */
export function recentItems(entries: IndexEntries, most = mostRecent): readonly IndexItem[] {
  return [...entries.values()]
    .filter(({ kind }) => kind !== 'study')
    .map((entry) => ({ kind: entry.kind, key: entry.key, at: modifiedIn(entry), entry }))
    .toSorted(newestFirst)
    .slice(0, most)
    .map(({ entry }) => itemIn(entry))
}
