import { subjectName } from '../../domain/model/index.ts'
import { sortedJson } from '../items/index.ts'
import type { FeedTombstone, ItemName } from '../model/index.ts'
import { compareItems, compareText } from '../model/index.ts'
import { phrasesIn } from '../phrases/index.ts'
import type { IndexItem } from '../schemas/index.ts'
import type { ChannelChange, ChannelLists, Occasion } from './channelLists.ts'
import { entryOf, itemIn, withEntries } from './indexEntries.ts'
import { datedItem } from './datedItem.ts'
import { departureOf, tombstoneOf } from './tombstones.ts'

/** The lists after a change. An item that is live again has no tombstone. */
export function nextLists(
  previous: ChannelLists,
  change: ChannelChange,
  occasion: Occasion,
): ChannelLists {
  const { isAffected } = change
  const entries = withEntries(
    previous.entries,
    isAffected,
    change.items.map(datedItem(previous, occasion)).map(entryOf),
  )
  const isGone = (item: ItemName) => !entries.has(subjectName(item))
  const phrases = phrasesIn(change.channel.language)
  const anew = (item: Departed) =>
    tombstoneOf(item, occasion.release, departureOf(item, change, occasion, phrases))
  const earlier = previous.tombstones.flatMap((old) => {
    if (!isAffected(subjectName(old))) return old
    if (!isGone(old)) return []
    const now = anew(old)
    return isNews(now, old) ? now : old
  })
  const leaving = [...previous.entries].flatMap(([name, entry]) =>
    isAffected(name) && isGone(entry) ? itemIn(entry) : [],
  )
  const left = new Set(leaving.map(subjectName))
  return {
    entries,
    tombstones: [
      ...earlier.filter((old) => !left.has(subjectName(old))),
      ...leaving.map(anew),
    ].toSorted(compareItems),
    ...nextReferences(previous, change),
  }
}

/** The bibliography after a change; mostly nothing in it has changed, and its text stays. */
function nextReferences(
  previous: ChannelLists,
  { isAffected, references: anew }: ChannelChange,
): Pick<ChannelLists, 'references' | 'referencesText'> {
  const kept = previous.references.filter(({ id }) => !isAffected(`study/${id}`))
  const before = previous.references.filter(({ id }) => isAffected(`study/${id}`))
  const byId = anew.toSorted((a, b) => compareText(a.id, b.id))
  // Where all was looked at, the text is written anew: another program may write it otherwise.
  if (kept.length > 0 && sortedJson(before) === sortedJson(byId)) {
    const { references, referencesText } = previous
    return referencesText === undefined ? { references } : { references, referencesText }
  }
  return { references: [...kept, ...anew].toSorted((a, b) => compareText(a.id, b.id)) }
}

type Departed = Pick<IndexItem, 'key' | 'kind' | 'title' | 'version'>

/** Whether something else keeps an item out than before: a person withdrew what the gate withheld. */
function isNews(now: FeedTombstone, old: FeedTombstone): boolean {
  if (now.reasonKind !== old.reasonKind) return true
  if (now.reasonKind !== 'withdrawn') return false
  return (
    now.reason !== old.reason ||
    now.date !== old.date ||
    now.withdrawalKind !== old.withdrawalKind ||
    now.supersededBy?.key !== old.supersededBy?.key
  )
}
