import { readFileSync } from 'node:fs'
import type { CrawledFeed } from '../../../../src/consumer/crawl/crawledFeed.ts'
import { plainWords } from '../../../../src/consumer/crawl/plainWords.ts'
import { htmlOf } from '../../../../src/consumer/index.ts'

const file = (form: string) =>
  readFileSync(
    new URL(`../../../fixtures/feeds/us-en/therapies/example-injection.${form}`, import.meta.url),
    'utf8',
  )

export const item = JSON.parse(file('json')) as Record<string, unknown> & {
  readonly url: string
  readonly contentHash: string
}

const html = htmlOf(file('md'))
/** The text of the item, as the library writes it. */
export const body = html.ok ? html.html : html.message

/** A page of a site that shows a text. */
export function pageOf(text: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Example injection | A site</title>${head}</head><body><nav><a href="/">Home</a></nav><main><h1>Example injection</h1>${text}</main><footer>A site</footer></body></html>`
}

export const alternate = `<link rel="alternate" type="application/json" href="${item.url}">`

const reason = 'The trial was counted twice.'
const goneClaim = {
  channel: 'us-en',
  kind: 'claim',
  key: 'gone-claim',
  title: 'In one trial, the example injection healed everybody.',
  path: 'us-en/claims/gone-claim.json',
  reason,
}

/** A release with one therapy, and a therapy and a claim that left it. */
export const feed: CrawledFeed = {
  release: 2,
  live: [
    {
      channel: 'us-en',
      kind: 'therapy',
      key: 'example-injection',
      title: 'Example injection',
      path: 'us-en/therapies/example-injection.json',
      data: item,
    },
  ],
  withdrawn: [
    {
      channel: 'us-en',
      kind: 'therapy',
      key: 'gone-injection',
      title: 'Gone injection',
      path: 'us-en/therapies/gone-injection.json',
      reason,
    },
    goneClaim,
  ],
  fallen: [{ words: plainWords(goneClaim.title), item: goneClaim }],
}
