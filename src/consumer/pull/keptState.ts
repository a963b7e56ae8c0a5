import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FeedRefused } from '../feedProblem.ts'
import type { TrustedFeed } from '../trustedFeed.ts'
import type { MetadataFiles } from '../trustedMetadata.ts'
import { readMetadata } from '../tufMetadata.ts'
import { type Json, parsedJson, recordOf, textOf } from '../unknownJson.ts'
import type { OutFolder } from './outFolder.ts'
import { readRegularFile } from './regularFile.ts'
import { sortedJson } from './sortedJson.ts'

/** `all`: both, and what is for subscribers. */
export const itemFormats = ['md', 'json', 'both', 'all'] as const
export type ItemFormat = (typeof itemFormats)[number]

export const lockName = 'citegate.lock.json'

/** What a reader knows of the release that it keeps. */
export interface KeptRelease {
  readonly source: string
  readonly release: number
  readonly createdAt: string
  readonly digest: string
  /** The newest release that this reader has ever seen: the feed's history has to lead to it. */
  readonly seen: { readonly release: number; readonly digest: string }
  /** When the feed last proved to be as new as it says. */
  readonly refreshedAt: string
  /** The channels that were asked for, null for all. */
  readonly selected: readonly string[] | null
  /** Private channels of a feed that was asked for as a whole, and that no key opened. */
  readonly locked: readonly string[]
  readonly format: ItemFormat
}

export interface KeptState extends KeptRelease {
  readonly metadata: MetadataFiles
}

const cached = ['timestamp', 'snapshot', 'targets'] as const
const cachePath = (role: string): string => `.tuf/${role}.json`

/**
 * Reads what was kept beside a release.
 *
 * @throws FeedRefused `state-damaged`: without it nobody can tell whether the feed is given back
 */
export async function readState(folder: string): Promise<KeptState> {
  const lock = recordOf(parsedJson((await readRegularFile(join(folder, lockName))) ?? Buffer.of()))
  const kept = keptRelease(lock)
  if (kept === null) throw damaged(folder, `${lockName} is missing or damaged`)
  const metadata = new Map<string, Uint8Array>()
  metadata.set('root.json', Buffer.from(JSON.stringify(lock.trustedRoot)))
  for (const role of cached) {
    const bytes = await readRegularFile(join(folder, cachePath(role)))
    if (bytes !== null) metadata.set(`${role}.json`, bytes)
  }
  for (const role of ['root', ...cached] as const) {
    const version = readMetadata(role, metadata.get(`${role}.json`))?.signed.version ?? 0
    // Cut off between the two, metadata is newer than the lock that speaks of it; older never.
    if (version >= Number(recordOf(lock.metadata)[role])) continue
    throw damaged(folder, `the kept ${role} metadata is missing or damaged`)
  }
  return { ...kept, metadata }
}

function damaged(folder: string, what: string): FeedRefused {
  return new FeedRefused(
    'state-damaged',
    `In ${folder}, ${what}. Move the folder and the link to it away, and pull again with --root.`,
  )
}

function keptRelease(lock: Json): KeptRelease | null {
  const { release, seen, selected } = lock
  const [source, createdAt, digest, refreshedAt] = [
    textOf(lock.source),
    textOf(lock.createdAt),
    textOf(lock.digest),
    textOf(lock.refreshedAt),
  ]
  const { release: newest, digest: newestDigest } = recordOf(seen)
  const format = itemFormats.find((known) => known === lock.format)
  const isWhole =
    lock.lockVersion === 1 &&
    Number.isSafeInteger(release) &&
    Number.isSafeInteger(newest) &&
    typeof newestDigest === 'string' &&
    !Number.isNaN(Date.parse(refreshedAt ?? ''))
  if (!isWhole || source === null || createdAt === null || digest === null) return null
  if (refreshedAt === null || format === undefined) return null
  return {
    source,
    release: Number(release),
    createdAt,
    digest,
    seen: { release: Number(newest), digest: newestDigest },
    refreshedAt,
    selected: Array.isArray(selected) ? selected.map(String) : null,
    locked: Array.isArray(lock.locked) ? lock.locked.map(String) : [],
    format,
  }
}

/** What to keep of a feed, by path in the release's folder; the lock last. */
function stateFiles(
  kept: KeptRelease,
  feed: TrustedFeed,
): ReadonlyMap<string, string | Uint8Array> {
  const { metadata } = feed
  const { locked, ...told } = kept
  const lock = {
    ...told,
    ...(locked.length > 0 && { locked }),
    lockVersion: 1,
    metadata: feed.versions,
    trustedRoot: parsedJson(metadata.get('root.json') ?? Buffer.of()),
  }
  return new Map<string, string | Uint8Array>([
    ...cached.map((role) => [cachePath(role), metadata.get(`${role}.json`) ?? ''] as const),
    [lockName, sortedJson(lock)],
  ])
}

/** Writes what is kept into a folder that nobody reads yet; gives the paths of the files. */
export async function writeState(
  folder: string,
  kept: KeptRelease,
  feed: TrustedFeed,
): Promise<readonly string[]> {
  const files = stateFiles(kept, feed)
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  return [...files.keys()]
}

/** Renews what is kept beside a release that stays as it is. */
export async function renewState(
  out: OutFolder,
  folder: string,
  kept: KeptRelease,
  feed: TrustedFeed,
): Promise<void> {
  for (const [path, bytes] of stateFiles(kept, feed)) {
    const whole = join(out.work, `unfinished-${randomUUID()}`)
    await writeFile(whole, bytes, { flush: true })
    await rename(whole, join(folder, path))
  }
}
