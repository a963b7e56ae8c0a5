import { FeedRefused } from '../feedProblem.ts'
import type { ReleaseMark, TargetEntry } from '../releaseMark.ts'
import type { TrustedFeed } from '../trustedFeed.ts'
import type { Archive } from './pastReleases.ts'
import type { Found, ReleaseSource } from './releaseSource.ts'

/** The current release of a feed, all of it. */
export async function wholeRelease(feed: TrustedFeed): Promise<ReleaseSource> {
  const files = new Map<string, TargetEntry>()
  for await (const [path, file] of feed.entries()) files.set(path, file)
  return releaseOver(feed, feed, files)
}

/** A release whose signed files are these, read from a feed by their digests. */
export function releaseOver(
  feed: TrustedFeed,
  mark: ReleaseMark,
  files: ReadonlyMap<string, TargetEntry>,
): ReleaseSource {
  return {
    mark,
    files,
    archive: archiveOf(feed),
    get: async (path) => {
      const file = files.get(path)
      if (file === undefined) return { state: 'missing' }
      return found(() => feed.readByDigest(path, file.sha256, file.bytes))
    },
  }
}

export function archiveOf(feed: TrustedFeed): Archive {
  return {
    earlier: feed.earlier,
    held: async (path, sha256) => {
      try {
        return await feed.readByDigest(path, sha256)
      } catch (error) {
        const isThere =
          !(error instanceof FeedRefused) || !['missing', 'locked'].includes(error.code)
        if (!isThere) return null
        throw error
      }
    },
  }
}

/** What refuses a single file is a flaw of the release, and not the end of its verification. */
export async function found(read: () => Promise<Uint8Array>): Promise<Found> {
  try {
    return { state: 'file', bytes: await read() }
  } catch (error) {
    if (!(error instanceof FeedRefused)) throw error
    if (error.code === 'locked') return { state: 'locked' }
    return { state: 'broken', code: error.code, message: error.message }
  }
}
