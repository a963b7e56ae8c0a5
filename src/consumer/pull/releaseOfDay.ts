import { FeedRefused } from '../feedProblem.ts'
import type { ReleaseMark } from '../releaseMark.ts'
import type { TrustedFeed } from '../trustedFeed.ts'

/** The release that was current at a moment, as each signed release names the one before. */
export async function releaseOfDay(feed: TrustedFeed, moment: Date): Promise<ReleaseMark> {
  let mark: ReleaseMark = feed
  while (Date.parse(mark.createdAt) > moment.getTime()) {
    if (mark.previous === null) {
      throw new FeedRefused(
        'missing',
        `At ${moment.toISOString()} there was no release yet: the first is of ${mark.createdAt}.`,
      )
    }
    mark = await feed.earlier(mark.previous)
  }
  return mark
}
