import type { FileEntry, Manifest, Tombstone } from '../store/index.ts'
import { FeedResource } from './feedResource.ts'

export const feedRoot = '/feeds/v1/'

/** One release, ready to be served. The next one is another object, so no answer mixes two. */
export interface LoadedRelease {
  readonly release: number
  /** Digest of its manifest. */
  readonly digest: string
  /** The file that stands at the path of a URL; the path has to be spelt as it was published. */
  readonly resourceAt: (urlPath: string) => FeedResource | undefined
  readonly tombstoneAt: (urlPath: string) => Tombstone | undefined
}

/** Lays a manifest out by the paths of its URLs. */
export function loadRelease(manifest: Manifest, digest: string): LoadedRelease {
  const files = byUrlPath<FileEntry>(manifest.files)
  const tombstones = byUrlPath<Tombstone>(manifest.tombstones)
  const resources = new Map<string, FeedResource>()
  return {
    release: manifest.release,
    digest,
    resourceAt: (urlPath) => {
      const known = resources.get(urlPath)
      if (known !== undefined) return known
      const file = files.get(urlPath)
      if (file === undefined) return undefined
      const resource = new FeedResource(urlPath.slice(feedRoot.length), file)
      resources.set(urlPath, resource)
      return resource
    },
    tombstoneAt: (urlPath) => tombstones.get(urlPath),
  }
}

function byUrlPath<T>(table: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(table).map(([path, entry]) => [feedRoot + path, entry]))
}
