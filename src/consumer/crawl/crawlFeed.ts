import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FeedRefused } from '../feedProblem.ts'
import { pullFeed } from '../pull/index.ts'
import { WrongQuestion, isPulledFolder, verifyRelease } from '../verify/index.ts'
import { type CrawledFeed, readCrawledFeed } from './crawledFeed.ts'

export interface FeedOptions {
  readonly channels?: readonly string[]
  /** The root to trust, as the publisher gave it. */
  readonly trustedRoot?: Uint8Array
  readonly now?: Date
}

/**
 * What a feed says, verified: it is pulled first, and a folder that was pulled before is proved.
 *
 * @param source address of a feed, folder of a store, or folder that was pulled
 * @throws FeedRefused when something is wrong with it; FeedUnreachable, UnknownChannel; WrongQuestion
 *   when a pulled folder lacks what pages are judged by
 */
export async function feedToJudgeBy(
  source: string,
  { channels = [], trustedRoot, now }: FeedOptions = {},
): Promise<CrawledFeed> {
  const options = { ...(trustedRoot && { trustedRoot }), ...(now && { now }) }
  if (!/^https?:\/\//i.test(source) && (await isPulledFolder(source))) {
    const { ok, problems } = await verifyRelease(source, options)
    const [first] = problems
    if (!ok)
      throw new FeedRefused('tampered', `${source}: ${first?.path ?? ''}: ${first?.message ?? ''}`)
    return readCrawledFeed(source, channels).catch((error: unknown) => {
      throw new WrongQuestion(
        `${source} does not hold what pages are judged by: pull these channels, with items as JSON. ${error instanceof Error ? error.message : String(error)}`,
      )
    })
  }
  const folder = await mkdtemp(join(tmpdir(), 'citegate-crawl-'))
  try {
    const out = join(folder, 'feed')
    await pullFeed(source, out, {
      ...options,
      format: 'json',
      ...(channels.length > 0 && { channels }),
    })
    return await readCrawledFeed(out, channels)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The feeds that the pages of a site say they are made of. */
export function feedsNamedBy(names: Iterable<string>): readonly string[] {
  const roots = [...names].flatMap((name) => /^https?:\/\/.*\/feeds\/v1\//i.exec(name)?.[0] ?? [])
  return [...new Set(roots)]
}
