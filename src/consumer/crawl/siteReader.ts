/** What stands at an address of a site. */
export type SitePage =
  | { readonly state: 'page'; readonly address: string; readonly html: string }
  /** Not there, or not for readers of pages: gone, an image, another site. */
  | { readonly state: 'nothing' }
  | { readonly state: 'forbidden' }
  | { readonly state: 'broken'; readonly message: string }

/** A built site, behind a server or in a folder. */
export interface SiteReader {
  /** Where reading begins. */
  readonly starts: readonly string[]
  readonly read: (address: string) => Promise<SitePage>
  /** The address that a link on a page leads to; null when that is no page of this site. */
  readonly follow: (from: string, link: string) => string | null
}

export interface SiteLimits {
  readonly maxPages: number
  readonly maxPageBytes: number
  readonly timeoutMs: number
  readonly maxRedirects: number
}

export const defaultSiteLimits: SiteLimits = {
  maxPages: 2000,
  maxPageBytes: 4 * 1024 * 1024,
  timeoutMs: 15_000,
  maxRedirects: 5,
}

/** There is no site to read. */
export class SiteUnreachable extends Error {
  override name = 'SiteUnreachable'
  readonly code = 'site-unreachable'
}
