import type { ChannelSubject, CrawledFeed, LiveItem, WithdrawnItem } from './crawledFeed.ts'
import { plainWords } from './plainWords.ts'
import type { ReadPage } from './readPage.ts'

/** The subjects that a page shows, each in the channels in which it may be meant. */
export interface PageSubjects {
  readonly live: readonly (readonly LiveItem[])[]
  readonly withdrawn: readonly WithdrawnItem[]
}

/**
 * Finds what a page shows. What it says itself is believed: an alternate link to the item in the feed, or
 * JSON-LD with its address. Of a page that says nothing, the last part of its address is the key of a
 * therapy, an article or a claim, or else its title or main heading is the title of one. Channels may
 * share a key: then each of them may be meant.
 */
export function subjectsOfPage(page: ReadPage, address: string, feed: CrawledFeed): PageSubjects {
  const all: readonly ChannelSubject[] = [...feed.live, ...feed.withdrawn]
  const named = all.filter(({ path }) => page.names.some((name) => leadsTo(name, path)))
  const pages = all.filter(({ kind }) => kind !== 'study')
  const byKey = pages.filter(({ key }) => key === keyIn(address))
  const byTitle = pages.filter(
    ({ kind, title }) => kind !== 'claim' && page.titles.some((own) => isTitle(own, title)),
  )
  const found = new Set([named, byKey, byTitle].find((subjects) => subjects.length > 0) ?? [])
  const live = feed.live.filter((item) => found.has(item))
  return {
    live: [...Map.groupBy(live, ({ kind, key }) => `${kind}/${key}`).values()],
    withdrawn: feed.withdrawn.filter(
      (item) =>
        found.has(item) && !live.some((one) => one.kind === item.kind && one.key === item.key),
    ),
  }
}

function leadsTo(name: string, path: string): boolean {
  const [address = ''] = name.split(/[?#]/)
  return [path, path.replace(/\.json$/, '.md')].some((each) => address.endsWith(`/${each}`))
}

/** `https://a.example/therapies/x/`, `…/x.html` and `…/x/index.html` end in `x`. */
function keyIn(address: string): string {
  const [path = ''] = address.split(/[?#]/)
  return (
    path
      .replace(/\/index\.html?$/, '')
      .replace(/\.html?$/, '')
      .split('/')
      .findLast((part) => part !== '') ?? ''
  )
}

/** `Title` or `Title | Site`. */
function isTitle(own: string, title: string): boolean {
  const words = plainWords(title)
  return own === words || (own.startsWith(words) && /^[|·–—-]/u.test(own.slice(words.length)))
}
