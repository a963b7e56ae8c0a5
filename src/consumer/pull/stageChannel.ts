import { join } from 'node:path'
import { sha256Hex } from '../../store/index.ts'
import { FeedRefused } from '../feedProblem.ts'
import type { ReleaseMark } from '../releaseMark.ts'
import type { TrustedFeed } from '../trustedFeed.ts'
import { type Json, recordOf, recordsOf, textOf } from '../unknownJson.ts'
import { filesOf, itemName, readChannelIndex, tombstoneFiles, withChanges } from './channelIndex.ts'
import type { FeedIndex, IndexedChannel } from './feedIndex.ts'
import type { ItemFormat } from './keptState.ts'
import { known, listsBeside } from './listsBeside.ts'
import { citedReferences } from './references.ts'
import { readRegularFile } from './regularFile.ts'
import type { StagedRelease } from './stagedRelease.ts'

/** What is put together out of what a reader has, and what from. */
export interface PullContext {
  readonly feed: TrustedFeed
  readonly mark: ReleaseMark
  readonly index: FeedIndex
  readonly indexBytes: Uint8Array
  /** Indexes of the releases since the one that is in place, newest first; null: no way from there. */
  readonly since: readonly FeedIndex[] | null
  /** Folder of the release that is in place. */
  readonly before: string | null
  readonly format: ItemFormat
}

/** An item that was there in the release before. */
export interface TakenDown {
  readonly channel: string
  readonly kind: string
  readonly key: string
  /** Why, as its tombstone says; null when there is none. */
  readonly reason: string | null
}

/** Puts a channel into a release: lists, items, tombstones. Gives what is no longer in it. */
export async function stageChannel(
  channel: IndexedChannel,
  context: PullContext,
  stage: StagedRelease,
): Promise<readonly TakenDown[]> {
  const { mark, format, before } = context
  const { key, digests, later } = channel
  const path = `${key}/index.json`
  const old = readChannelIndex(await heldIndex(before, path))
  const index = await stageIndex(path, channel, context, stage)
  const references = { path: `${key}/references.json`, sha256: digests.references }
  const own = [path, references.path]
  await stage.take([...filesOf(index, key, format), ...listsBeside(key, own, later, context)])
  if (!(await stage.keep(references))) {
    const cited = format === 'md' ? null : await citedReferences(stage.folder, index)
    if (cited !== null && sha256Hex(cited) === digests.references) {
      await stage.write(references.path, cited)
    } else await stage.take([known(references, mark)])
  }
  for (const [file, text] of tombstoneFiles(index, key)) await stage.write(file, text)
  return takenDown(key, old, index)
}

async function stageIndex(
  path: string,
  channel: IndexedChannel,
  context: PullContext,
  stage: StagedRelease,
): Promise<Json> {
  const { key, digests } = channel
  const file = known({ path, sha256: digests.index }, context.mark)
  const changesPath = `${key}/changes/${String(context.index.release)}.json`
  const kept = await stage.held(file)
  if (kept !== null) {
    await stage.keep(file)
    await stage.take([{ path: changesPath, sha256: digests.changes }])
    return readChannelIndex(kept)
  }
  const rebuilt = await rebuiltIndex(path, channel, context)
  if (rebuilt === null) {
    await stage.take([file, { path: changesPath, sha256: digests.changes }])
    return readChannelIndex(await readRegularFile(join(stage.folder, path)))
  }
  await stage.write(path, rebuilt.index)
  await stage.write(changesPath, rebuilt.changes)
  return readChannelIndex(rebuilt.index)
}

async function heldIndex(before: string | null, path: string): Promise<Uint8Array | null> {
  return before === null ? null : readRegularFile(join(before, path))
}

/** The new index out of the old one and the changes since, when that is less to fetch. */
async function rebuiltIndex(
  path: string,
  channel: IndexedChannel,
  { feed, mark, index, since, before }: PullContext,
): Promise<{ readonly index: Uint8Array; readonly changes: Uint8Array } | null> {
  const old = await heldIndex(before, path)
  if (old === null || since === null) return null
  let budget = mark.lists.get(path)?.bytes ?? 0
  const changes: Uint8Array[] = []
  for (const { release, channels } of since) {
    const digest = channels.find(({ key }) => key === channel.key)?.digests.changes
    if (digest === undefined) return null
    const name = `${channel.key}/changes/${String(release)}.json`
    const bytes = await feed.readByDigest(name, digest, budget).catch((error: unknown) => {
      const isNoBargain =
        error instanceof FeedRefused && ['endless', 'missing'].includes(error.code)
      if (isNoBargain) return null
      throw error
    })
    if (bytes === null) return null
    budget -= bytes.byteLength
    changes.push(bytes)
  }
  const [newest] = changes
  const parts = changes.toReversed().map(readChannelIndex)
  const rebuilt = withChanges(readChannelIndex(old), parts, index, channel)
  const isSigned = sha256Hex(rebuilt) === channel.digests.index
  return isSigned && newest !== undefined ? { index: rebuilt, changes: newest } : null
}

function takenDown(channel: string, old: Json, index: Json): readonly TakenDown[] {
  const live = new Set(recordsOf(index.items).map(itemName))
  const tombstones = new Map(recordsOf(index.tombstones).map((gone) => [itemName(gone), gone]))
  return recordsOf(old.items).flatMap((item) =>
    live.has(itemName(item))
      ? []
      : [
          {
            channel,
            kind: textOf(item.kind) ?? '',
            key: textOf(item.key) ?? '',
            reason: textOf(recordOf(tombstones.get(itemName(item))).reason),
          },
        ],
  )
}
