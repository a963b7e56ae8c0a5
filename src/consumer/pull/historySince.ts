import { FeedRefused } from '../feedProblem.ts'
import type { TrustedFeed } from '../trustedFeed.ts'
import { type FeedIndex, indexLimit, indexPath, readIndex } from './feedIndex.ts'

interface Seen {
  readonly release: number
  readonly digest: string
}

/**
 * Walks from the current release back to one that this reader has seen, each release naming the
 * digest of the one before. Gives the indexes of the releases since, newest first.
 *
 * @throws FeedRefused `rolled-back` or `rewritten` when the history is without the seen release
 */
export async function historySince(
  feed: TrustedFeed,
  newest: FeedIndex,
  seen: Seen | null,
): Promise<readonly FeedIndex[]> {
  if (newest.release !== feed.release) {
    const message = `index.json is of release ${String(newest.release)}, its signed metadata of release ${String(feed.release)}.`
    throw new FeedRefused('mixed', message)
  }
  if (seen === null) return [newest]
  if (feed.release < seen.release) {
    throw new FeedRefused(
      'rolled-back',
      `The feed is at release ${String(feed.release)}; this reader has seen release ${String(seen.release)}. Somebody gives out an old feed, or the publisher has lost releases.`,
    )
  }
  const since: FeedIndex[] = []
  let [index, digest] = [newest, feed.digest]
  while (index.release > seen.release) {
    since.push(index)
    const { previous } = index
    if (previous === null || previous.release < seen.release) throw rewritten(seen, 'is missing')
    digest = previous.digest
    if (previous.release === seen.release) break
    index = readIndex(await feed.readByDigest(indexPath, digest, indexLimit))
    if (index.release !== previous.release) throw rewritten(seen, 'cannot be reached')
  }
  if (digest !== seen.digest) throw rewritten(seen, `is another: ${digest}`)
  return since
}

function rewritten({ release, digest }: Seen, how: string): FeedRefused {
  return new FeedRefused(
    'rewritten',
    `This reader has seen release ${String(release)} with the digest ${digest}. In the history of the feed it ${how}. Somebody has rewritten it: ask the publisher.`,
  )
}
