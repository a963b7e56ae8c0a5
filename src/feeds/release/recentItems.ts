import { mostRecent } from '../forms/index.ts'
import { compareItems, compareText } from '../model/index.ts'
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
    .map((entry) => ({ entry, modified: modifiedIn(entry) ?? '' }))
    .toSorted((a, b) => compareText(b.modified, a.modified) || compareItems(a.entry, b.entry))
    .slice(0, most)
    .map(({ entry }) => itemIn(entry))
}
