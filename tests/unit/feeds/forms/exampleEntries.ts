import fc from 'fast-check'
import { exampleChannel } from '../../../../src/domain/rules/index.ts'
import { feedUrl, itemPaths } from '../../../../src/feeds/index.ts'
import type { FeedEntry, FeedTombstone } from '../../../../src/feeds/index.ts'
import { publisher } from '../exampleFeed.ts'
import { hostileText } from './hostileText.ts'

export const channel = exampleChannel()

/** An entry with texts of any kind. */
export function exampleEntry(
  key: string,
  texts: Partial<Pick<FeedEntry, 'title' | 'summary' | 'content_text' | 'tags'>> = {},
): FeedEntry {
  const { json, markdown } = itemPaths(channel.key, { kind: 'claim', key })
  const digest = '0'.repeat(64)
  return {
    id: feedUrl(publisher.publicUrl, json),
    url: feedUrl(publisher.publicUrl, markdown),
    title: `About ${key}`,
    content_text: 'A disclaimer.\n\nA statement. [1]',
    date_modified: '2026-01-14T09:00:00.000Z',
    language: 'en',
    tags: ['Example injection'],
    _citegate: {
      ...{ kind: 'claim', key, version: 1, digests: { json: digest, markdown: digest } },
      ...{ contentHash: `cg1-${digest}`, disclaimers: [], fictitiousSigners: false },
    },
    ...texts,
  }
}

export function exampleTombstone(key: string, more: Partial<FeedTombstone> = {}): FeedTombstone {
  return {
    ...{ kind: 'claim', key, title: `About ${key}`, version: 1 },
    ...{ reason: 'Miscounted.', reasonKind: 'withdrawn', date: '2026-01-20', release: 2 },
    at: '2026-01-20T09:00:00.000Z',
    ...more,
  }
}

/** Entries and tombstones with hostile texts; no key is there twice. */
export const hostileContent = fc
  .uniqueArray(
    fc.record({ title: hostileText, summary: hostileText, text: hostileText, tag: hostileText }),
    { maxLength: 4 },
  )
  .map((all) => ({
    entries: all.map(({ title, summary, text, tag }, index) =>
      exampleEntry(`entry-${String(index)}`, {
        ...{ title, summary, content_text: text, tags: [tag] },
      }),
    ),
    tombstones: all.map(({ title, text }, index) =>
      exampleTombstone(`gone-${String(index)}`, { title, reason: text }),
    ),
  }))
