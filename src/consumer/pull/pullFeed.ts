import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FeedUnreachable } from '../feedProblem.ts'
import type { TransportLimits } from '../feedTransport.ts'
import { type TrustedFeed, openTrustedFeed } from '../trustedFeed.ts'
import type { FeedTrust } from '../trustedRoot.ts'
import { type FeedIndex, indexLimit, indexPath, readIndex } from './feedIndex.ts'
import { historySince } from './historySince.ts'
import {
  type ItemFormat,
  type KeptRelease,
  type KeptState,
  readState,
  renewState,
  writeState,
} from './keptState.ts'
import { listsBeside } from './listsBeside.ts'
import { lockedChannels } from './lockedChannels.ts'
import {
  type OutFolder,
  openOut,
  putInPlace,
  releaseInPlace,
  removeUnfinished,
  stagingFolder,
} from './outFolder.ts'
import { whilePullingAlone } from './pullLock.ts'
import { readRegularFile } from './regularFile.ts'
import { releaseOfDay } from './releaseOfDay.ts'
import { type PullContext, type TakenDown, stageChannel } from './stageChannel.ts'
import { type StageCounts, stagedRelease } from './stagedRelease.ts'

export interface PullOptions {
  /** Keys of the channels to keep; all without. */
  readonly channels?: readonly string[]
  readonly format?: ItemFormat
  /** The root to trust, as the publisher gave it. */
  readonly trustedRoot?: Uint8Array
  /** Takes the release that was current at this moment. */
  readonly asOf?: Date
  readonly now?: Date
  readonly limits?: Partial<TransportLimits>
  /** How long to wait for somebody else who pulls into the same place. */
  readonly lockWaitMs?: number
  /** Opens private channels; it is sent to the origin of the feed alone. */
  readonly key?: string
  /** Told how many files of the release are in place. */
  readonly onProgress?: (files: number) => void
}

export interface Pulled {
  /** Another release is in place; the one that was there is as new as it gets; nobody answered. */
  readonly outcome: 'updated' | 'current' | 'offline'
  /** Where the feed was found; null when it was not reached. */
  readonly place: string | null
  readonly release: number
  readonly createdAt: string
  readonly digest: string
  /** When the feed last proved to be as new as it says. */
  readonly refreshedAt: string
  /** Why the feed is trusted; null when it was not reached. */
  readonly trust: FeedTrust | null
  /** Why the feed was not reached. */
  readonly unreachable: string | null
  /** Channels that were asked for and have left the feed: nothing of them is kept. */
  readonly channelsGone: readonly string[]
  /** Private channels that the key does not open, and that nobody asked for by name. */
  readonly channelsLocked: readonly string[]
  /** Channels of which the release is in place. */
  readonly channels: readonly string[]
  readonly takenDown: readonly TakenDown[]
  readonly files: StageCounts
  readonly bytesRead: number
}

/** The feed has no such channel. */
export class UnknownChannel extends Error {
  override name = 'UnknownChannel'
  readonly code = 'unknown-channel'
}

/**
 * Brings the release of a feed into a folder, whole or not at all, and keeps beside it what the next
 * pull needs to refuse anything older. Only what changed is fetched. When the feed cannot be
 * reached, what is there stays.
 *
 * @throws FeedRefused when something is wrong with the feed, FeedUnreachable when it cannot be
 *   reached and nothing is there, OutUnusable, PullBusy, UnknownChannel; nothing has changed then
 */
export async function pullFeed(
  source: string,
  dir: string,
  options: PullOptions = {},
): Promise<Pulled> {
  const out = await openOut(dir)
  return whilePullingAlone(out, options.lockWaitMs ?? 60_000, async () => {
    await removeUnfinished(out)
    const before = await releaseInPlace(out)
    const state = before === null ? null : await readState(before)
    const feed = await opened(source, out, state, options)
    if (feed instanceof FeedUnreachable) {
      if (state === null || options.asOf !== undefined) throw feed
      return offline(state, feed)
    }
    try {
      return await pulled(feed, { source, out, before, state, options })
    } finally {
      await feed.close()
    }
  })
}

async function opened(
  source: string,
  { work }: OutFolder,
  state: KeptState | null,
  { trustedRoot, now, limits, key }: PullOptions,
): Promise<TrustedFeed | FeedUnreachable> {
  try {
    return await openTrustedFeed(source, {
      workFolder: work,
      ...(trustedRoot && { trustedRoot }),
      ...(state && { cachedMetadata: state.metadata }),
      ...(now && { now }),
      ...(limits && { limits }),
      ...(key !== undefined && { key }),
    })
  } catch (error) {
    if (error instanceof FeedUnreachable) return error
    throw error
  }
}

function offline(state: KeptState, { message }: FeedUnreachable): Pulled {
  const { release, createdAt, digest, refreshedAt } = state
  return {
    outcome: 'offline',
    place: null,
    ...{ release, createdAt, digest, refreshedAt },
    trust: null,
    unreachable: message,
    channelsGone: [],
    channelsLocked: [],
    channels: [],
    takenDown: [],
    files: { files: 0, fetched: 0 },
    bytesRead: 0,
  }
}

interface Pull {
  readonly source: string
  readonly out: OutFolder
  readonly before: string | null
  readonly state: KeptState | null
  readonly options: PullOptions
}

async function pulled(feed: TrustedFeed, pull: Pull): Promise<Pulled> {
  const { source, state, options } = pull
  const newestBytes = await feed.read(indexPath)
  const newest = readIndex(newestBytes)
  const since = await historySince(feed, newest, state?.seen ?? null)
  const mark = options.asOf === undefined ? feed : await releaseOfDay(feed, options.asOf)
  const indexBytes =
    mark.digest === feed.digest
      ? newestBytes
      : await feed.readByDigest(indexPath, mark.digest, indexLimit)
  const index = readIndex(indexBytes)
  const selected = options.channels ?? null
  const isHeld = async (channel: string) =>
    pull.before !== null && (await readRegularFile(join(pull.before, channel, indexPath))) !== null
  const locked = await lockedChannels({ feed, index, selected, isHeld })
  const kept: KeptRelease = {
    source,
    release: mark.release,
    createdAt: mark.createdAt,
    digest: mark.digest,
    seen: { release: feed.release, digest: feed.digest },
    refreshedAt: (options.now ?? new Date()).toISOString(),
    ...{ selected, locked },
    format: options.format ?? 'both',
  }
  const gone = channelsGone(index, kept, state)
  const isInPlace = state !== null && isSameContent(state, kept)
  const context: PullContext = {
    feed,
    mark,
    index,
    indexBytes,
    since: mark === feed && state?.release === state?.seen.release ? since : null,
    before: pull.before,
    format: kept.format,
  }
  const { takenDown, files } = isInPlace
    ? await renewed(pull, kept, feed)
    : await replaced(pull, kept, context)
  return {
    outcome: isInPlace ? 'current' : 'updated',
    place: feed.place,
    release: mark.release,
    createdAt: mark.createdAt,
    digest: mark.digest,
    refreshedAt: kept.refreshedAt,
    trust: feed.trust,
    unreachable: null,
    channelsGone: gone,
    channelsLocked: locked,
    channels: index.channels.map(({ key }) => key).filter((key) => isWanted(key, kept)),
    takenDown,
    files,
    bytesRead: feed.bytesRead(),
  }
}

/** A channel that leaves the feed is taken down; one that never was there is a slip of the pen. */
function channelsGone(
  { channels, release }: FeedIndex,
  { selected }: KeptRelease,
  state: KeptState | null,
): readonly string[] {
  const keys = channels.map(({ key }) => key)
  const missing = (selected ?? []).filter((key) => !keys.includes(key))
  const strange = missing.find((key) => state?.selected?.includes(key) !== true)
  if (strange === undefined) return missing
  throw new UnknownChannel(
    `Release ${String(release)} has no channel ${strange}. It has ${keys.join(', ') || 'none'}.`,
  )
}

function isSameContent(one: KeptRelease, other: KeptRelease): boolean {
  const names = ({ selected }: KeptRelease) => (selected ? [...new Set(selected)].sort() : null)
  return (
    one.digest === other.digest &&
    one.format === other.format &&
    String(one.locked) === String(other.locked) &&
    JSON.stringify(names(one)) === JSON.stringify(names(other))
  )
}

function isWanted(channel: string, { selected, locked }: KeptRelease): boolean {
  return selected?.includes(channel) ?? !locked.includes(channel)
}

type Change = Pick<Pulled, 'takenDown' | 'files'>

async function renewed(
  { out, before }: Pull,
  kept: KeptRelease,
  feed: TrustedFeed,
): Promise<Change> {
  if (before !== null) await renewState(out, before, kept, feed)
  return { takenDown: [], files: { files: 0, fetched: 0 } }
}

async function replaced(
  { out, before, options }: Pull,
  kept: KeptRelease,
  context: PullContext,
): Promise<Change> {
  const { feed, mark, index } = context
  const folder = await stagingFolder(out)
  try {
    const stage = stagedRelease(folder, before, feed, options.onProgress)
    await stage.write(indexPath, context.indexBytes)
    await stage.take(listsBeside('', [indexPath], index.beside, context))
    const takenDown: TakenDown[] = []
    for (const channel of index.channels) {
      if (!isWanted(channel.key, kept)) continue
      takenDown.push(...(await stageChannel(channel, context, stage)))
    }
    await stage.sync(await writeState(folder, kept, feed))
    await putInPlace(out, folder, mark.release)
    return { takenDown, files: stage.counts() }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
