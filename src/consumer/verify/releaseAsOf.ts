import type { ReleaseMark } from '../releaseMark.ts'
import type { TrustedFeed } from '../trustedFeed.ts'
import { contentOf } from './contentOf.ts'
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
  const content = await contentOf(mark.digest, feed.readByDigest)
  const files = new Map([...content, ...mark.lists])
  const release = releaseOver(feed, mark, files)
  return {
    ...release,
    get: async (path) => {
      const found = await release.get(path)
      return found.state === 'broken' && found.code === 'missing' ? { state: 'left-out' } : found
    },
  }
}
