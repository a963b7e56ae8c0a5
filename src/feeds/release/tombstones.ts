import type { LogEntry } from '../../domain/model/index.ts'
import { isPublication, subjectName } from '../../domain/model/index.ts'
import type { FeedTombstone, ItemName } from '../model/index.ts'
import type { Phrases } from '../phrases/index.ts'
import type { ChannelChange, Occasion } from './channelLists.ts'

/** What stands in a channel for an item that left it: what it was, and why it is gone. */
export function tombstoneOf(
  { kind, key, title, version }: Pick<FeedTombstone, 'key' | 'kind' | 'title' | 'version'>,
  release: number,
  departure: Departure,
): FeedTombstone {
  return { kind, key, title, version, release, ...departure }
}

type Departure = Pick<
  FeedTombstone,
  'reasonKind' | 'reason' | 'date' | 'at' | 'withdrawalKind' | 'supersededBy'
>

/** Withdrawn by a person, withheld by the gate or by the renderer, or no longer for this channel. */
export function departureOf(
  item: ItemName,
  { channel, refusals }: Pick<ChannelChange, 'channel' | 'refusals'>,
  { now, withheld: all, logOf }: Occasion,
  phrases: Phrases,
): Departure {
  const name = subjectName(item)
  const log = logOf(name)
  const at = now.toISOString()
  const today = day(at)
  const withdrawal = log.findLast((entry) => isPublication(entry) || entry.action === 'withdraw')
  if (withdrawal?.action === 'withdraw') {
    return {
      reasonKind: 'withdrawn',
      reason: withdrawal.reason ?? phrases.leftChannel,
      date: day(withdrawal.at),
      at: withdrawal.at,
      ...explained(withdrawal, item),
    }
  }
  const withheld = all.find(
    ({ subject, channel: only }) =>
      subject === name && (only === undefined || only === channel.key),
  )
  if (withheld !== undefined) {
    return { reasonKind: 'withheld', reason: withheld.reason, date: withheld.since, at }
  }
  const refusal = refusals.find((refused) => subjectName(refused) === name)
  if (refusal !== undefined) {
    return { reasonKind: 'withheld', reason: refusal.message, date: today, at }
  }
  return { reasonKind: 'left-channel', reason: phrases.leftChannel, date: today, at }
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
