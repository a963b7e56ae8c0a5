import { type OpenedRelease, type TargetEntry, contentTypeOf } from '../repository/index.ts'
import { pointerName, sha256Hex, targetName } from '../store/index.ts'
import { cacheControl, notWithoutAsking } from './cacheControl.ts'
import { FeedResource } from './feedResource.ts'
import { linksOf } from './links.ts'
import { type Tombstone, channelsIn, tombstonesIn } from './tombstones.ts'

export const feedRoot = '/feeds/v1/'

/** One release, ready to be served. The next one is another object, so no answer mixes two. */
export interface LoadedRelease {
  readonly opened: OpenedRelease
  /** The file that stands at the path of a URL; the path has to be spelt as it was published. */
  readonly resourceAt: (urlPath: string) => FeedResource | undefined
  /** A file of this release by its path in the feed. */
  readonly entryOf: (path: string) => TargetEntry | undefined
  readonly tombstoneAt: (urlPath: string) => Tombstone | undefined
  /** By the digest of the index that they were read from. */
  readonly tombstonesIn: ReadonlyMap<string, ReadonlyMap<string, Tombstone>>
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
  const buried = await tombstonesOf(opened, before)
  const all = [...buried.values()]
  const resources = new Map([[feedRoot + pointerName, pointerOf(opened)]])
  return {
    opened,
    tombstonesIn: buried,
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
      for (const tombstones of all) {
        const tombstone = tombstones.get(urlPath)
        if (tombstone !== undefined) return tombstone
      }
      return undefined
    },
  }
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

async function tombstonesOf(
  opened: OpenedRelease,
  before: LoadedRelease | null,
): Promise<LoadedRelease['tombstonesIn']> {
  const byDigest = new Map<string, ReadonlyMap<string, Tombstone>>()
  for (const channel of channelsIn(await opened.read('index.json'))) {
    const path = `${channel}/index.json`
    const entry = await opened.find(path)
    if (entry === undefined) continue
    const known = before?.tombstonesIn.get(entry.sha256)
    const read = async (): Promise<ReadonlyMap<string, Tombstone>> =>
      new Map(
        tombstonesIn(channel, await opened.read(path)).map(([at, stone]) => [feedRoot + at, stone]),
      )
    byDigest.set(entry.sha256, known ?? (await read()))
  }
  return byDigest
}
