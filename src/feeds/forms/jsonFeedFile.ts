import type { Channel } from '../../domain/model/index.ts'
import { publisherContent, sortedJson } from '../items/index.ts'
import type { FeedFile, Publisher } from '../model/index.ts'
import { channelIndexPath, contentTypes, feedUrl, jsonFeedPath } from '../model/index.ts'
import type { FeedEntry, JsonFeedFile } from '../schemas/index.ts'
import { schemaUrl } from '../schemas/index.ts'
import type { BuriedEntry } from './buriedEntry.ts'

/**
 * The newest items of a channel in JSON Feed 1.1. What JSON Feed has no words for stands in its
 * extension `_citegate`; the schema of the file documents it.
 */
export function jsonFeedFile(
  { key, title, jurisdiction, language }: Channel,
  entries: readonly FeedEntry[],
  buried: readonly BuriedEntry[],
  publisher: Publisher,
): FeedFile {
  const { publicUrl } = publisher
  const { publisher: author, licence } = publisherContent({ publisher })
  const body: JsonFeedFile = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(title, publisher),
    home_page_url: author.url,
    feed_url: feedUrl(publicUrl, jsonFeedPath(key)),
    language,
    authors: [author],
    items: [...entries],
    _citegate: {
      about: schemaUrl(publicUrl, 'feed'),
      channel: key,
      jurisdiction,
      index: feedUrl(publicUrl, channelIndexPath(key)),
      licence,
      tombstones: buried.map(({ id, at, tombstone }) => ({ ...tombstone, id, at })),
    },
  }
  return { path: jsonFeedPath(key), contentType: contentTypes.jsonFeed, body: sortedJson(body) }
}

/** What a reader's list of feeds shows. */
export function feedTitle(channel: string, { name }: Pick<Publisher, 'name'>): string {
  return `${name}: ${channel}`
}
