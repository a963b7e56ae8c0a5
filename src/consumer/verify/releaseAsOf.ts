import type { ReleaseMark, TargetEntry } from '../releaseMark.ts'
import type { TrustedFeed } from '../trustedFeed.ts'
import { parsedJson, recordOf, recordsOf, textOf, type Json } from '../unknownJson.ts'
import { indexPath } from './readIndex.ts'
import type { ReleaseSource } from './releaseSource.ts'
import { releaseOver } from './wholeRelease.ts'
import { WrongQuestion } from './wrongQuestion.ts'

/**
 * The release that a feed had at a moment: found by the chain of signed lists, its content by the
 * digests that its index names. What is no longer held counts as left out.
 *
 * @throws WrongQuestion when the feed is younger; FeedRefused when the chain does not reach so far
 */
export async function releaseAsOf(feed: TrustedFeed, moment: Date): Promise<ReleaseSource> {
  let mark: ReleaseMark = feed
  while (Date.parse(mark.createdAt) > moment.getTime()) {
    if (mark.previous === null) {
      throw new WrongQuestion(
        `The first release of this feed was made on ${mark.createdAt}. Ask for that or a later moment.`,
      )
    }
    mark = await feed.earlier(mark.previous)
  }
  const files = new Map([...(await contentOf(mark, feed)), ...mark.lists])
  const release = releaseOver(feed, mark, files)
  return {
    ...release,
    get: async (path) => {
      const found = await release.get(path)
      return found.state === 'broken' && found.code === 'missing' ? { state: 'left-out' } : found
    },
  }
}

/** Longer than any file of a feed: the length of content that only its digest names is not known. */
const longest = 64 * 1024 * 1024

/** All that an index names by its digest, and all that those lists name. */
async function contentOf(
  mark: ReleaseMark,
  feed: TrustedFeed,
): Promise<ReadonlyMap<string, TargetEntry>> {
  const files = new Map<string, TargetEntry>()
  const add = (path: unknown, sha256: unknown): void => {
    if (typeof path !== 'string' || typeof sha256 !== 'string') return
    files.set(path, { sha256, bytes: longest })
  }
  const read = async (path: string, sha256: string | null): Promise<Json> =>
    sha256 === null ? {} : recordOf(parsedJson(await feed.readByDigest(path, sha256)))

  const index = await read(indexPath, mark.digest)
  const schemaDigests = recordOf(index.schemaDigests)
  for (const [name, path] of Object.entries(recordOf(index.schemas))) add(path, schemaDigests[name])
  for (const channel of recordsOf(index.channels)) {
    const digests = recordOf(channel.digests)
    const path = textOf(channel.path) ?? ''
    const list = await read(path, textOf(digests.index))
    add(path, digests.index)
    add(channel.changes, digests.changes)
    add(list.references, digests.references)
    for (const { paths, digests: of, media } of recordsOf(list.items)) {
      add(recordOf(paths).json, recordOf(of).json)
      add(recordOf(paths).markdown, recordOf(of).markdown)
      for (const file of Array.isArray(media) ? (media as readonly unknown[]) : []) {
        add(file, /[0-9a-f]{64}/.exec(String(file))?.[0])
      }
    }
  }
  return files
}
