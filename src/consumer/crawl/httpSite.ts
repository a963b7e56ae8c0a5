import robotsParser from 'robots-parser'
import { type SiteLimits, type SitePage, type SiteReader, SiteUnreachable } from './siteReader.ts'

export const crawlerName = 'citegate-crawl'

interface Answer {
  readonly address: URL
  readonly response: Response
}

/**
 * A site behind a server: what links, redirects and its sitemap lead to, on its own origin only. Pages
 * that its robots.txt keeps from crawlers are not asked for.
 *
 * @throws SiteUnreachable when its first page cannot be had
 */
export async function httpSite(given: string, limits: SiteLimits): Promise<SiteReader> {
  const start = new URL(given)
  const robotsUrl = new URL('/robots.txt', start).href
  const robots = robotsParser(robotsUrl, await textAt(robotsUrl, limits))
  const isAllowed = (address: string) => robots.isAllowed(address, crawlerName) !== false
  const follow = (from: string, link: string): string | null => addressOf(link, from, start.origin)
  const read = async (address: string): Promise<SitePage> => {
    if (!isAllowed(address)) return { state: 'forbidden' }
    try {
      return await pageAt(new URL(address), start.origin, limits)
    } catch (error) {
      return { state: 'broken', message: `It cannot be read: ${reasonOf(error)}.` }
    }
  }
  const first = await read(start.href)
  if (first.state === 'broken' || first.state === 'nothing') {
    const why = first.state === 'broken' ? first.message : 'No page is there.'
    throw new SiteUnreachable(`There is no site at ${start.href}. ${why}`)
  }
  const sitemap = await textAt(new URL('/sitemap.xml', start).href, limits)
  const listed = [...sitemap.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)].map(([, url = '']) =>
    url.replaceAll('&amp;', '&'),
  )
  return {
    starts: [start.href, ...listed.flatMap((url) => follow(start.href, url) ?? [])],
    read,
    follow,
  }
}

function addressOf(link: string, from: string, origin: string): string | null {
  if (!URL.canParse(link, from)) return null
  const url = new URL(link, from)
  url.hash = ''
  const isOther =
    url.origin !== origin || /\.(?!html?$|php$|aspx?$)[a-z0-9]{1,8}$/i.test(url.pathname)
  return isOther ? null : url.href
}

async function pageAt(address: URL, origin: string, limits: SiteLimits): Promise<SitePage> {
  const answer = await follow(address, origin, limits)
  if (answer === null) return { state: 'nothing' }
  const { status, headers } = answer.response
  if (
    status === 200 &&
    /^(text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? '')
  ) {
    const html = await bodyOf(answer.response, limits.maxPageBytes)
    return { state: 'page', address: answer.address.href, html }
  }
  await answer.response.body?.cancel()
  if (status === 200 || status === 404 || status === 410) return { state: 'nothing' }
  return { state: 'broken', message: `It answers with status ${String(status)}.` }
}

/** Null when the way leads to another site. */
async function follow(from: URL, origin: string, limits: SiteLimits): Promise<Answer | null> {
  let address = from
  for (let hops = 0; hops <= limits.maxRedirects; hops += 1) {
    const response = await get(address, limits)
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null) {
      return { address, response }
    }
    await response.body?.cancel()
    address = new URL(location, address)
    if (address.origin !== origin) return null
  }
  throw new Error(`it redirects more than ${String(limits.maxRedirects)} times`)
}

function get(address: URL, { timeoutMs }: SiteLimits): Promise<Response> {
  return fetch(address, {
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { 'user-agent': crawlerName, accept: 'text/html', 'cache-control': 'no-cache' },
  })
}

/** A text beside the pages; empty when there is none. */
async function textAt(address: string, limits: SiteLimits): Promise<string> {
  try {
    const response = await get(new URL(address), limits)
    if (response.status === 200) return await bodyOf(response, limits.maxPageBytes)
    await response.body?.cancel()
    return ''
  } catch {
    return ''
  }
}

async function bodyOf(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength
    if (length > maxBytes) {
      throw new Error(`it is longer than the ${String(maxBytes)} bytes that a page may have`)
    }
    chunks.push(chunk)
  }
  const charset = /charset="?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1]
  return new TextDecoder(charset ?? 'utf-8').decode(Buffer.concat(chunks, length))
}

function reasonOf(error: unknown): string {
  const { cause = error } = error instanceof Error ? error : {}
  return cause instanceof Error ? cause.message : String(cause)
}
