import { FeedRefused } from '../feedProblem.ts'
import type { EarlierMark, ReleaseMark } from '../releaseMark.ts'
import { type Json, parsedJson, recordOf, textOf } from '../unknownJson.ts'
import { indexPath } from '../feedPaths.ts'

/** Where what is left of earlier releases can be read. */
export interface Archive {
  /** What an earlier release said of itself, at the digest that the one after it names. */
  readonly earlier: (mark: EarlierMark) => Promise<ReleaseMark>
  /** A file of some release by its digest, which was checked; null when it is no longer held. */
  readonly held: (path: string, sha256: string) => Promise<Uint8Array | null>
}

/** One release of a history: as its metadata signs it, and what its index says. */
export interface PastRelease {
  readonly mark: ReleaseMark
  readonly index: Json
}

/** Why a history cannot be followed any further back. */
export interface ChainEnd {
  /** The release at which it ends. */
  readonly release: number
  /** `broken`: something is not what was named. `gone`: it is not held any more. */
  readonly reason: 'broken' | 'gone'
  readonly path: string
  readonly message: string
}

/**
 * Walks the history of a feed from the release before `from` to the first, by two chains that have
 * to tell the same story: each index names the digest of the index before, and each signed list of
 * files the digest of the list before. Ends with null at the first release.
 */
export async function* pastReleases(
  from: PastRelease,
  archive: Archive,
): AsyncGenerator<PastRelease, ChainEnd | null> {
  for (let next = from; ;) {
    const before = await releaseBefore(next, archive)
    if (before === null || 'reason' in before) return before
    next = before
    yield next
  }
}

async function releaseBefore(
  { mark, index }: PastRelease,
  archive: Archive,
): Promise<PastRelease | ChainEnd | null> {
  const { release, previous } = mark
  const broken = (message: string): ChainEnd => ({
    ...{ release, reason: 'broken', path: indexPath, message },
  })
  if (previous === null) {
    if (index.previous === undefined) return null
    return broken(
      `The index of release ${String(release)} names a release before it; its metadata was signed as that of the first.`,
    )
  }
  const end = endAt(previous.release)
  const before = await archive.earlier(previous).catch(end('metadata/targets.json'))
  if ('reason' in before) return before
  const named = recordOf(index.previous)
  if (named.release !== before.release || named.digest !== before.digest) {
    return broken(
      `The index of release ${String(release)} names release ${String(named.release)} (${textOf(named.digest) ?? 'without digest'}) as the one before; signed was release ${String(before.release)} (${before.digest}).`,
    )
  }
  const bytes = await archive.held(indexPath, before.digest).catch(end(indexPath))
  if (bytes !== null && 'reason' in bytes) return bytes
  if (bytes === null) {
    const message = `The index of release ${String(before.release)} is not held any more.`
    return { release: before.release, reason: 'gone', path: indexPath, message }
  }
  return { mark: before, index: recordOf(parsedJson(bytes)) }
}

/** What refuses a release of the past ends its history; what is no refusal is no answer either. */
function endAt(release: number) {
  return (path: string) =>
    (error: unknown): ChainEnd => {
      if (!(error instanceof FeedRefused)) throw error
      const reason = error.code === 'missing' ? 'gone' : 'broken'
      return { release, reason, path, message: error.message }
    }
}
