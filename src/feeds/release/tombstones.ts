import type { LogEntry } from '../../domain/model/index.ts'
import { isPublication, subjectName } from '../../domain/model/index.ts'
import type { ItemContext, ItemRefusal } from '../items/index.ts'
import type { FeedInput, FeedTombstone, ItemName, PreviousItem } from '../model/index.ts'
import { compareItems } from '../model/index.ts'

/**
 * What stands in a channel for items that left it: those that left now, and those that left before
 * and did not come back, for the reason that holds now. An item that is live again has no tombstone.
 */
export function tombstones(
  input: FeedInput,
  context: ItemContext,
  live: readonly ItemName[],
  refusals: readonly ItemRefusal[],
): readonly FeedTombstone[] {
  const previous = input.previous?.channels.get(context.channel.key)
  const present = new Set(live.map(subjectName))
  const isGone = (item: ItemName) => !present.has(subjectName(item))
  const leaving = (previous?.items ?? []).filter(isGone)
  const left = new Set(leaving.map(subjectName))
  const anew = (item: Departed) => tombstone(item, input, context, refusals)
  const earlier = (previous?.tombstones ?? []).flatMap((old) => {
    if (!isGone(old) || left.has(subjectName(old))) return []
    const now = anew(old)
    return isNews(now, old) ? now : old
  })
  return [...earlier, ...leaving.map(anew)].toSorted(compareItems)
}

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

/** What a tombstone takes over from the item. */
type Departed = Pick<PreviousItem, 'key' | 'kind' | 'title' | 'version'>

function tombstone(
  item: Departed,
  input: FeedInput,
  context: ItemContext,
  refusals: readonly ItemRefusal[],
): FeedTombstone {
  const { kind, key, title, version } = item
  return {
    kind,
    key,
    title,
    version,
    release: input.release,
    ...departure(item, input, context, refusals),
  }
}

type Departure = Pick<
  FeedTombstone,
  'reasonKind' | 'reason' | 'date' | 'withdrawalKind' | 'supersededBy'
>

/** Withdrawn by a person, withheld by the gate or by the renderer, or no longer for this channel. */
function departure(
  item: ItemName,
  { graph, plan, now }: FeedInput,
  { channel, phrases }: ItemContext,
  refusals: readonly ItemRefusal[],
): Departure {
  const name = subjectName(item)
  const log = graph.log.get(name) ?? []
  const today = day(now.toISOString())
  const withdrawal = log.findLast((entry) => isPublication(entry) || entry.action === 'withdraw')
  if (withdrawal?.action === 'withdraw') {
    return {
      reasonKind: 'withdrawn',
      reason: withdrawal.reason ?? phrases.leftChannel,
      date: day(withdrawal.at),
      ...explained(withdrawal, item),
    }
  }
  const withheld = plan.withheld.find(
    ({ subject, channel: only }) =>
      subject === name && (only === undefined || only === channel.key),
  )
  if (withheld !== undefined) {
    return { reasonKind: 'withheld', reason: withheld.reason, date: withheld.since }
  }
  const refusal = refusals.find((refused) => subjectName(refused) === name)
  if (refusal !== undefined) {
    return { reasonKind: 'withheld', reason: refusal.message, date: today }
  }
  return { reasonKind: 'left-channel', reason: phrases.leftChannel, date: today }
}

/** Of which kind the withdrawal was, and what takes the place of the item. */
function explained(
  { withdrawalKind, supersededBy }: LogEntry,
  { kind }: ItemName,
): Pick<FeedTombstone, 'withdrawalKind' | 'supersededBy'> {
  const key = supersededBy?.split('/')[1]
  return {
    ...(withdrawalKind === undefined ? {} : { withdrawalKind }),
    // A subject is superseded by one of its own kind: judgeAction sees to it.
    ...(key === undefined ? {} : { supersededBy: { kind, key } }),
  }
}

function day(instant: string): string {
  return instant.slice(0, 'YYYY-MM-DD'.length)
}
