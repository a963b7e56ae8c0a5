import type { Channel } from '../../domain/model/index.ts'
import type { FeedFile, Publisher } from '../model/index.ts'
import { atomPath, contentTypes, feedUrl, itemPaths, jsonFeedPath } from '../model/index.ts'
import type { FeedEntry } from '../schemas/index.ts'
import type { BuriedEntry } from './buriedEntry.ts'
import { feedTitle } from './jsonFeedFile.ts'
import type { XmlElement } from './xml.ts'
import { element, xmlDocument } from './xml.ts'

/** The newest items of a channel as Atom (RFC 4287), what left it as deleted entries (RFC 6721). */
export function atomFile(
  { key, title, language }: Channel,
  entries: readonly FeedEntry[],
  buried: readonly BuriedEntry[],
  publisher: Publisher,
): FeedFile {
  const { name, url, licence, publicUrl } = publisher
  const self = feedUrl(publicUrl, atomPath(key))
  const newest = [
    ...entries.map(({ date_modified: instant }) => instant),
    ...buried.map(({ at }) => at),
  ].sort()
  const feed = element(
    'feed',
    {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
      'xml:lang': language,
    },
    [
      // RFC 4287, 4.2.6: an IRI that never changes.
      element('id', {}, self),
      element('title', {}, feedTitle(title, publisher)),
      // 4.1.1: there has to be one. A feed in which nothing ever happened is of no age.
      element('updated', {}, newest.at(-1) ?? '1970-01-01T00:00:00.000Z'),
      element('author', {}, [element('name', {}, name), element('uri', {}, url)]),
      element('rights', {}, `${licence.name} (${licence.url})`),
      link('self', 'application/atom+xml', self),
      link('alternate', 'text/html', url),
      link('alternate', 'application/feed+json', feedUrl(publicUrl, jsonFeedPath(key))),
      // RFC 4946
      element('link', { rel: 'license', href: licence.url }),
      ...entries.map(atomEntry),
      ...buried.map((one) => deletedEntry(one, key, publisher)),
    ],
  )
  return { path: atomPath(key), contentType: contentTypes.atom, body: xmlDocument(feed) }
}

function atomEntry(entry: FeedEntry): XmlElement {
  return element('entry', { 'xml:lang': entry.language }, [
    element('id', {}, entry.id),
    element('title', {}, entry.title),
    element('updated', {}, entry.date_modified),
    link('alternate', 'text/markdown', entry.url),
    link('alternate', 'application/json', entry.id),
    ...entry.tags.map((term) => element('category', { term })),
    ...(entry.summary === undefined ? [] : [element('summary', {}, entry.summary)]),
    content(entry),
  ])
}

/** RFC 4287, 4.1.3.3: HTML stands there as text. */
function content({ content_html: html, content_text: text }: FeedEntry): XmlElement {
  return html === undefined
    ? element('content', { type: 'text' }, text)
    : element('content', { type: 'html' }, html)
}

/** RFC 6721, 3. */
function deletedEntry(
  { id, at, tombstone: { reason, supersededBy } }: BuriedEntry,
  channel: string,
  { publicUrl }: Publisher,
): XmlElement {
  return element('at:deleted-entry', { ref: id, when: at }, [
    element('at:comment', {}, reason),
    ...(supersededBy === undefined
      ? []
      : [
          element('link', {
            rel: 'related',
            href: feedUrl(publicUrl, itemPaths(channel, supersededBy).json),
          }),
        ]),
  ])
}

function link(rel: string, type: string, href: string): XmlElement {
  return element('link', { rel, type, href })
}
