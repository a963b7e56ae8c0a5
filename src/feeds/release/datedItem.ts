import type { SubjectName } from '../../domain/model/index.ts'
import { subjectName } from '../../domain/model/index.ts'
import type { IndexItem } from '../schemas/index.ts'
import type { ChannelLists, Occasion } from './channelLists.ts'
import { modifiedIn } from './indexEntries.ts'

/**
 * Dates an item so that no reader takes it for older than what was said of it before. Its date never
 * goes back, and an item that returns is newer than its tombstone: by RFC 6721, 3 a reader leaves an
 * entry deleted that is older than its deletion. The same item on top of the same lists has the same
 * date, and dating it twice changes nothing.
 */
export function datedItem(
  previous: ChannelLists,
  { now }: Pick<Occasion, 'now'>,
): (item: IndexItem) => IndexItem {
  const gone: ReadonlySet<SubjectName> = new Set(previous.tombstones.map(subjectName))
  return (item) => {
    const name = subjectName(item)
    const before = previous.entries.get(name)
    const dates = [
      item.modified,
      before && modifiedIn(before),
      before === undefined && gone.has(name) ? now.toISOString() : undefined,
    ].filter((date) => date !== undefined)
    const newest = dates.sort().at(-1)
    return newest === item.modified ? item : { ...item, modified: newest }
  }
}
