import type { CrawledFeed, WithdrawnItem } from './crawledFeed.ts'
import { folderSite } from './folderSite.ts'
import { httpSite } from './httpSite.ts'
import { type PageFlaw, judgePage } from './judgePage.ts'
import { judgeFallen, judgeWithdrawn } from './judgeWithdrawn.ts'
import { type ReadPage, readPage } from './readPage.ts'
import { type SiteLimits, type SitePage, type SiteReader, defaultSiteLimits } from './siteReader.ts'
import { type PageSubjects, subjectsOfPage } from './subjectsOfPage.ts'

/** What is wrong with a page of a site, or with reading it. */
export interface SiteProblem {
  readonly address: string
  readonly code: PageFlaw['code'] | 'no-pages' | 'not-all-read' | 'unreadable'
  readonly message: string
}

export interface SiteReport {
  readonly ok: boolean
  readonly release: number
  /** How many pages were read. */
  readonly pages: number
  /** How many of them show an item. */
  readonly itemPages: number
  /** Pages that the site's robots.txt keeps from crawlers. */
  readonly forbidden: number
  readonly problems: readonly SiteProblem[]
}

/** The pages of a site, before anybody has judged them. */
export interface CrawledSite {
  readonly reader: SiteReader
  readonly limits: SiteLimits
  readonly pages: ReadonlyMap<string, ReadPage>
  readonly forbidden: number
  readonly problems: readonly SiteProblem[]
}

/**
 * Reads the pages of a built site: every HTML file of a folder, or what links, redirects and the sitemap
 * lead to on the origin of an address.
 *
 * @throws SiteUnreachable when there is no site
 */
export async function readSite(
  site: string,
  given: Partial<SiteLimits> = {},
  onPage: (pages: number) => void = () => undefined,
): Promise<CrawledSite> {
  const limits = { ...defaultSiteLimits, ...given }
  const isRemote = /^https?:\/\//i.test(site)
  const reader = isRemote ? await httpSite(site, limits) : await folderSite(site, limits)
  const pages = new Map<string, ReadPage>()
  const problems: SiteProblem[] = []
  const waiting = [...new Set(reader.starts)]
  const known = new Set(waiting)
  let forbidden = 0
  for (const address of waiting) {
    if (pages.size >= limits.maxPages) {
      const message = `The site has more than ${String(limits.maxPages)} pages; the rest was not looked at. Give --max-pages.`
      problems.push({ address, code: 'not-all-read', message })
      break
    }
    const answer = understood(await reader.read(address))
    if (answer.state === 'forbidden') forbidden += 1
    if (answer.state === 'broken') {
      problems.push({ address, code: 'unreadable', message: answer.message })
    }
    if (answer.state !== 'page' || pages.has(answer.address)) continue
    pages.set(answer.address, answer.page)
    onPage(pages.size)
    for (const link of answer.page.links) {
      const next = reader.follow(answer.address, link)
      if (next === null || known.has(next)) continue
      known.add(next)
      waiting.push(next)
    }
  }
  return { reader, limits, pages, forbidden, problems }
}

/** Judges a site by a release. Addresses at which withdrawn pages would stand are asked for too. */
export async function judgeSite(site: CrawledSite, feed: CrawledFeed): Promise<SiteReport> {
  const pages = new Map(site.pages)
  const problems = [...site.problems]
  for (const address of likelyAddresses(site, feed)) {
    const answer = understood(await site.reader.read(address))
    if (answer.state === 'page') pages.set(answer.address, answer.page)
  }
  let itemPages = 0
  for (const [address, page] of pages) {
    const subjects = subjectsOfPage(page, address, feed)
    if (subjects.live.length + subjects.withdrawn.length > 0) itemPages += 1
    problems.push(...flawsOf(page, subjects, feed).map((flaw) => ({ address, ...flaw })))
  }
  if (itemPages === 0) {
    const message =
      'None of its pages shows an item of the feed, so nothing could be judged. Let each page name its item with <link rel="alternate" type="application/json" href="…">.'
    problems.push({ address: site.reader.starts[0] ?? '', code: 'no-pages', message })
  }
  return {
    ok: problems.length === 0,
    release: feed.release,
    pages: pages.size,
    itemPages,
    forbidden: site.forbidden,
    problems: problems.sort((one, other) => (one.address < other.address ? -1 : 1)),
  }
}

type Understood =
  | Exclude<SitePage, { readonly state: 'page' }>
  | { readonly state: 'page'; readonly address: string; readonly page: ReadPage }

function understood(answer: SitePage): Understood {
  if (answer.state !== 'page') return answer
  try {
    return { state: 'page', address: answer.address, page: readPage(answer.html) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { state: 'broken', message: 'Its elements are nested too deeply to be read.' }
  }
}

function flawsOf(
  page: ReadPage,
  { live, withdrawn }: PageSubjects,
  feed: CrawledFeed,
): readonly PageFlaw[] {
  return [
    // Where channels share a key, the page is of the one that it fits best.
    ...live.flatMap((items) =>
      fewest(items.map(({ kind, data }) => (kind === 'study' ? [] : judgePage(page, data)))),
    ),
    ...withdrawn.flatMap((item) => judgeWithdrawn(page, item)),
    ...judgeFallen(page, feed),
  ]
}

function fewest(verdicts: readonly (readonly PageFlaw[])[]): readonly PageFlaw[] {
  return verdicts.toSorted((one, other) => one.length - other.length)[0] ?? []
}

const mostGuesses = 200

/**
 * Where the pages of withdrawn items would stand, if they stood where live ones do: nothing links to
 * them any more, and readers still have the address.
 */
function likelyAddresses({ pages, reader }: CrawledSite, feed: CrawledFeed): readonly string[] {
  const guesses = new Set<string>()
  for (const [address, page] of pages) {
    for (const item of subjectsOfPage(page, address, feed).live.flat()) {
      const at = address.lastIndexOf(item.key)
      if (at === -1) continue
      const of = (key: string) => address.slice(0, at) + key + address.slice(at + item.key.length)
      for (const gone of feed.withdrawn.filter((other) => isLike(other, item))) {
        const guess = reader.follow(address, of(gone.key))
        if (guess !== null && !pages.has(guess)) guesses.add(guess)
      }
    }
  }
  return [...guesses].slice(0, mostGuesses)
}

function isLike(gone: WithdrawnItem, { kind, channel }: CrawledFeed['live'][number]): boolean {
  return gone.kind === kind && gone.channel === channel
}
