import { type OpenedRelease, type TargetEntry, contentTypeOf } from '../repository/index.ts'
import { pointerName, sha256Hex, targetName, targetOf } from '../store/index.ts'
import { cacheControl, notWithoutAsking } from './cacheControl.ts'
import { FeedResource } from './feedResource.ts'
import { linksOf } from './links.ts'
import { type Guard, guardsOf } from './privateFiles.ts'
import {
  type NamedChannel,
  type Tombstone,
  channelsIn,
  mediaIn,
  tombstonesIn,
} from './tombstones.ts'

export const feedRoot = '/feeds/v1/'

/** One release, ready to be served. The next one is another object, so no answer mixes two. */
export interface LoadedRelease {
  readonly opened: OpenedRelease
  /** The file that stands at the path of a URL; the path has to be spelt as it was published. */
  readonly resourceAt: (urlPath: string) => FeedResource | undefined
  /** A file of this release by its path in the feed. */
  readonly entryOf: (path: string) => TargetEntry | undefined
  readonly tombstoneAt: (urlPath: string) => Tombstone | undefined
  /** What a key has to open for whatever stands at a path; undefined where nobody needs one. */
  readonly guardAt: (urlPath: string) => Guard | undefined
  /** The channels it has. */
  readonly channels: readonly string[]
  /** By the digest of the index that they were read from. */
  readonly listsIn: ReadonlyMap<string, ChannelLists>
}

/** What the server has to know of a channel. */
interface ChannelLists extends Pick<NamedChannel, 'key'> {
  readonly tombstones: ReadonlyMap<string, Tombstone>
  readonly media: ReadonlySet<string>
}

/**
 * Lays a release out by the paths of its URLs. What its lists say as before is not read again.
 *
 * @throws StoreError when something that it needs is missing or damaged
 */
export async function loadRelease(
  opened: OpenedRelease,
  before: LoadedRelease | null,
): Promise<LoadedRelease> {
  const files = new Map<string, TargetEntry>()
  for await (const [path, entry] of opened.entries()) files.set(feedRoot + path, entry)
  const channels = channelsIn(await opened.read('index.json'))
  const listsIn = await listsOf(channels, opened, before)
  const all = [...listsIn.values()]
  const guardOf = guardsOf(withMedia(channels, all))
  const hasPrivate = channels.some(({ isPrivate }) => isPrivate)
  const resources = new Map([[feedRoot + pointerName, pointerOf(opened)]])
  return {
    opened,
    listsIn,
    channels: channels.map(({ key }) => key),
    entryOf: (path) => files.get(feedRoot + path),
    resourceAt: (urlPath) => {
      const known = resources.get(urlPath)
      if (known !== undefined) return known
      const entry = files.get(urlPath)
      if (entry === undefined) return undefined
      const path = urlPath.slice(feedRoot.length)
      const links = linksOf(path, (other) => files.has(feedRoot + other))
      const resource = resourceOf(path, entry, links)
      resources.set(urlPath, resource)
      return resource
    },
    tombstoneAt: (urlPath) => {
      for (const { tombstones } of all) {
        const tombstone = tombstones.get(urlPath)
        if (tombstone !== undefined) return tombstone
      }
      return undefined
    },
    guardAt: (urlPath) => {
      if (!hasPrivate || !urlPath.startsWith(feedRoot)) return undefined
      const path = urlPath.slice(feedRoot.length)
      return guardOf(targetOf(path)?.path ?? path)
    },
  }
}

function withMedia(
  channels: readonly NamedChannel[],
  lists: readonly ChannelLists[],
): Parameters<typeof guardsOf>[0] {
  return channels.map(({ key, isPrivate }) => ({
    ...{ key, isPrivate },
    media: lists.find((list) => list.key === key)?.media ?? new Set<string>(),
  }))
}

function resourceOf(
  path: string,
  { sha256, bytes }: TargetEntry,
  links: string | undefined,
): FeedResource {
  return new FeedResource({
    ...{ name: targetName(path, sha256), sha256, bytes },
    ...{ contentType: contentTypeOf(path), cacheControl: cacheControl(path) },
    ...(links !== undefined && { links }),
  })
}

/** As it was when the release was opened: it names this release, whatever the store has by now. */
function pointerOf({ pointer }: OpenedRelease): FeedResource {
  return new FeedResource({
    name: pointerName,
    sha256: sha256Hex(pointer.bytes),
    bytes: pointer.bytes.byteLength,
    contentType: contentTypeOf(pointerName),
    cacheControl: notWithoutAsking,
    body: pointer.bytes,
  })
}

async function listsOf(
  channels: readonly NamedChannel[],
  opened: OpenedRelease,
  before: LoadedRelease | null,
): Promise<LoadedRelease['listsIn']> {
  const byDigest = new Map<string, ChannelLists>()
  for (const { key } of channels) {
    const path = `${key}/index.json`
    const entry = await opened.find(path)
    if (entry === undefined) continue
    const known = before?.listsIn.get(entry.sha256)
    byDigest.set(entry.sha256, known ?? readLists(key, await opened.read(path)))
  }
  return byDigest
}

function readLists(key: string, index: Uint8Array): ChannelLists {
  const tombstones = tombstonesIn(key, index).map(([at, stone]) => [feedRoot + at, stone] as const)
  return { key, tombstones: new Map(tombstones), media: mediaIn(index) }
}
