import { FeedRefused } from '../feedProblem.ts'
import type { TrustedFeed } from '../trustedFeed.ts'
import type { FeedIndex, IndexedChannel } from './feedIndex.ts'

/** A list of changes is as long as what a release changed; its length need not be known here. */
const longestChanges = 64 * 1024 * 1024

export interface LockedQuestion {
  readonly feed: TrustedFeed
  readonly index: FeedIndex
  /** Channels that were asked for by name; null: whatever there is. */
  readonly selected: readonly string[] | null
  /** Whether something of a channel is in place. */
  readonly isHeld: (channel: string) => Promise<boolean>
}

/**
 * The private channels that the key at hand does not open. They are left out where nobody asked for
 * them; one that was asked for, or is in place, is not taken away in silence.
 *
 * @throws FeedRefused `locked`
 */
export async function lockedChannels({
  feed,
  index,
  selected,
  isHeld,
}: LockedQuestion): Promise<readonly string[]> {
  const locked: string[] = []
  for (const channel of index.channels) {
    if (!channel.isPrivate || selected?.includes(channel.key) === false) continue
    const refused = await refusalOf(feed, index, channel)
    if (refused === null) continue
    if (selected !== null || (await isHeld(channel.key))) throw refused
    locked.push(channel.key)
  }
  return locked
}

async function refusalOf(
  feed: TrustedFeed,
  { release }: FeedIndex,
  { key, digests }: IndexedChannel,
): Promise<FeedRefused | null> {
  const path = `${key}/changes/${String(release)}.json`
  try {
    await feed.readByDigest(path, digests.changes, longestChanges)
    return null
  } catch (error) {
    if (error instanceof FeedRefused && error.code === 'locked') return error
    throw error
  }
}
