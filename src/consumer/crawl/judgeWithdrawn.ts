import type { CrawledFeed, WithdrawnItem } from './crawledFeed.ts'
import type { PageFlaw } from './judgePage.ts'
import { plainWords } from './plainWords.ts'
import { quoted } from './quoted.ts'
import type { PageBlock, ReadPage } from './readPage.ts'

/** A page in the place of a withdrawn one may say that and why, in so many words more. */
const wordsOfFarewell = 120

/** Judges a page whose subject was withdrawn: it is gone, or says why and nothing else. */
export function judgeWithdrawn(page: ReadPage, item: WithdrawnItem): readonly PageFlaw[] {
  const reason = plainWords(item.reason)
  const own = page.blocks.filter(({ isFrame }) => !isFrame)
  const length = own.reduce((sum, block) => sum + block.length, 0) - lengthOf(item.reason)
  const saysWhy = own.some(({ words }) => words.includes(reason)) && reason !== ''
  if (saysWhy && length <= wordsOfFarewell) return []
  const message = `The ${item.kind} ${item.key} left the channel ${item.channel}, and this page still shows it. Pull the feed and build the site into an empty folder. The reason: ${item.reason}`
  return [{ code: 'withdrawn-shown', message }]
}

/** Judges what any page says: a statement that fell stands on none, unless the reason stands beside it. */
export function judgeFallen(page: ReadPage, feed: CrawledFeed): readonly PageFlaw[] {
  return feed.fallen
    .filter(({ words, item }) => page.blocks.some((_, at) => isSaid(page.blocks, at, words, item)))
    .map(({ item }) => ({
      code: 'withdrawn-claim-shown',
      message: `It still makes the statement ${item.key}, which left the channel ${item.channel}: ${quoted(item.title)}. The reason: ${item.reason}`,
    }))
}

function isSaid(
  blocks: readonly PageBlock[],
  at: number,
  words: string,
  { reason }: WithdrawnItem,
): boolean {
  if (blocks[at]?.words.includes(words) !== true) return false
  const around = blocks.slice(Math.max(0, at - 1), at + 3).map((block) => block.words)
  return reason === '' || !around.join('').includes(plainWords(reason))
}

function lengthOf(text: string): number {
  return text.trim().split(/\s+/u).length
}
