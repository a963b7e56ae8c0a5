import { z } from 'zod'
import { slotPlaces } from '../../domain/model/index.ts'
import { contentHash, feedKind, isoDate, key, licence, sha256, version } from './common.ts'
import { tombstone } from './lists.ts'

/** An item of a feed as JSON Feed 1.1 has it. */
export const feedEntry = z
  .object({
    id: z.url().describe('Address of the item as JSON. It never changes.'),
    url: z.url().describe('Address of the item as Markdown.'),
    title: z.string(),
    summary: z.string().optional(),
    content_text: z
      .string()
      .describe('All of its text, with disclaimers and notices in their places.'),
    content_html: z
      .string()
      .optional()
      .describe('The same as HTML that is safe to show. Releases before it was added have none.'),
    date_modified: z.iso
      .datetime()
      .describe('When what it says was last published, signed or withheld in part.'),
    language: z.string(),
    tags: z.array(z.string()),
    _citegate: z
      .object({
        kind: feedKind,
        key,
        version,
        digests: z.object({ json: sha256, markdown: sha256 }),
        contentHash,
        lastReviewed: isoDate.optional(),
        reviewDue: isoDate.optional(),
        disclaimers: z
          .array(z.object({ key, slot: z.string(), place: z.enum(slotPlaces) }))
          .describe('They stand in the text, and have to stand wherever it is shown.'),
        fictitiousSigners: z.boolean(),
      })
      .describe('What the item is in the feed of its channel.'),
  })
  .meta({ id: 'FeedEntry' })

const buried = tombstone
  .extend({ id: z.url().describe('The id under which the item stood.') })
  .meta({ id: 'FeedTombstone', description: 'An item that left the channel. Take it down.' })

/** JSON Feed 1.1, https://jsonfeed.org/version/1.1, with one extension. */
export const jsonFeedFile = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  authors: z.array(z.object({ name: z.string(), url: z.url() })),
  items: z
    .array(feedEntry)
    .describe('The newest therapies, articles and claims; the index of the channel has them all.'),
  _citegate: z.object({
    about: z.url().describe('This schema.'),
    channel: key,
    jurisdiction: z.string(),
    index: z.url().describe('Every item of the channel, with digests.'),
    licence,
    tombstones: z.array(buried).describe('What left the channel of late, the newest first.'),
  }),
})

export type FeedEntry = z.infer<typeof feedEntry>
export type JsonFeedFile = z.infer<typeof jsonFeedFile>
