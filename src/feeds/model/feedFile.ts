/** One text file of a feed, ready to be written. */
export interface FeedFile {
  /** Relative to `/feeds/v1/`, e.g. `us-en/therapies/prolotherapy.md`. */
  readonly path: string
  readonly contentType: string
  readonly body: string
}

/** A text file of many megabytes: it is encoded part by part, never joined. */
export interface LongFile extends Omit<FeedFile, 'body'> {
  /** The body, in order. */
  readonly parts: readonly string[]
}

/** Media types as they are served. JSON is always UTF-8 (RFC 8259, 8.1) and takes no charset. */
export const contentTypes = {
  json: 'application/json',
  schema: 'application/schema+json',
  jsonLd: 'application/ld+json',
  csl: 'application/vnd.citationstyles.csl+json',
  markdown: 'text/markdown; charset=utf-8',
  jsonFeed: 'application/feed+json',
  /** Says its encoding itself. */
  atom: 'application/atom+xml',
  bibtex: 'application/x-bibtex; charset=utf-8',
  text: 'text/plain; charset=utf-8',
} as const
