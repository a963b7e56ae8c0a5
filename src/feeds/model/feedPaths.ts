import type { FeedKind, ItemName } from './feedKind.ts'

/** Paths of feed files, relative to the feed's root. They are public and never change. */

const folders: Readonly<Record<FeedKind, string>> = {
  therapy: 'therapies',
  article: 'articles',
  claim: 'claims',
  study: 'studies',
}

export const indexPath = 'index.json'

export function channelIndexPath(channel: string): string {
  return `${channel}/index.json`
}

export function referencesPath(channel: string): string {
  return `${channel}/references.json`
}

/** The newest items of a channel as JSON Feed. */
export function jsonFeedPath(channel: string): string {
  return `${channel}/feed.json`
}

/** The same as Atom. */
export function atomPath(channel: string): string {
  return `${channel}/atom.xml`
}

/** The bibliography as BibTeX. */
export function bibtexPath(channel: string): string {
  return `${channel}/references.bib`
}

/** What the feed is, for readers that know nothing of it (llmstxt.org). */
export const llmsPath = 'llms.txt'

/** What one release changed in a channel. */
export function changesPath(channel: string, release: number): string {
  return `${channel}/changes/${String(release)}.json`
}

/**
 * True for the list of changes of some release. Those of earlier releases are not rendered again:
 * whoever commits a release takes them over from the one before.
 */
export function isChangesPath(path: string): boolean {
  return /^[^/]+\/changes\/\d+\.json$/.test(path)
}

export interface ItemPaths {
  readonly json: string
  readonly markdown: string
}

export function itemPaths(channel: string, { kind, key }: ItemName): ItemPaths {
  const path = `${channel}/${folders[kind]}/${key}`
  return { json: `${path}.json`, markdown: `${path}.md` }
}

export function mediaPath(sha256: string, extension: string): string {
  return `media/${sha256}.${extension}`
}

export function schemaPath(name: string): string {
  return `schema/${name}.json`
}

/** What our own terms of JSON-LD mean; each is a fragment of this file's address. */
export const vocabularyPath = 'ns/evidence.jsonld'

/** The public address of a feed file. */
export function feedUrl(publicUrl: string, path: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/feeds/v1/${path}`
}
