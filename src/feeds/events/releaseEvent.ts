import type { Publisher } from '../model/index.ts'
import { changesPath, compareText, feedUrl } from '../model/index.ts'
import type { ChangesFile, ReleasePublished } from '../schemas/index.ts'
import { schemaUrl } from '../schemas/index.ts'

export interface ReleaseEventInput {
  readonly publicUrl: Publisher['publicUrl']
  readonly release: number
  /** Digest of its `index.json`. */
  readonly digest: string
  /** ISO instant at which it was made. */
  readonly at: string
  /** What it changed, in the channels that the receiver may read. */
  readonly changes: readonly Pick<ChangesFile, 'channel' | 'upserts' | 'withdrawals'>[]
}

type ChangedChannel = ReleasePublished['data']['channels'][number]
type EventWithdrawal = ChangedChannel['withdrawals'][number]

/** Standard Webhooks 1.0, Payload size: usually smaller than 20 kB. */
const mostBytes = 16_000
const longestReason = 300

/**
 * What a webhook tells of a release: its number, how much each channel changed, and what was taken
 * down. It carries no text of the feed, not even a title: what a claim says goes nowhere without its
 * disclaimers. What does not fit is counted, and stands in the list of changes.
 */
export function releaseEvent(input: ReleaseEventInput): ReleasePublished {
  const { publicUrl, release, digest, at, changes } = input
  let left = mostBytes
  const channels = changes
    .toSorted((a, b) => compareText(a.channel, b.channel))
    .map(({ channel, upserts, withdrawals }): ChangedChannel => {
      const fitting: EventWithdrawal[] = []
      for (const each of withdrawals.map(withdrawalIn)) {
        left -= bytesOf(each)
        if (left < 0) break
        fitting.push(each)
      }
      const added = upserts.filter(({ change }) => change === 'added').length
      return {
        channel,
        changes: changesPath(channel, release),
        added,
        changed: upserts.length - added,
        withdrawn: withdrawals.length,
        withdrawals: fitting,
      }
    })
  return {
    $schema: schemaUrl(publicUrl, 'release-published'),
    type: 'release.published',
    timestamp: at,
    data: { feed: feedUrl(publicUrl, ''), release, digest, channels },
  }
}

function withdrawalIn(tombstone: ChangesFile['withdrawals'][number]): EventWithdrawal {
  const { kind, key, reason, reasonKind, withdrawalKind, supersededBy, date } = tombstone
  return {
    ...{ kind, key, reasonKind },
    ...(withdrawalKind === undefined ? {} : { withdrawalKind }),
    ...(supersededBy === undefined ? {} : { supersededBy }),
    date,
    reason: shortened(reason),
  }
}

function shortened(reason: string): string {
  const characters = Array.from(reason)
  return characters.length <= longestReason
    ? reason
    : `${characters.slice(0, longestReason).join('')}…`
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}
