import { feedUrl } from '../model/index.ts'
import type { Publisher } from '../model/index.ts'
import type { FeedEntry, FeedItem, IndexItem } from '../schemas/index.ts'
import { renderHtml } from '../html/index.ts'
import { feedText } from './feedText.ts'
import { itemBody } from './itemBody.ts'

/** Both forms of an item as they are published. */
export interface PublishedForms {
  readonly json: string
  readonly markdown: string
}

/**
 * An item as it stands in a feed of newest items. Made of its published forms and its line in the
 * index alone, so that it comes out the same whether the item was just rendered or read back.
 */
export function feedEntry(
  listed: IndexItem,
  { json, markdown }: PublishedForms,
  { publicUrl }: Pick<Publisher, 'publicUrl'>,
): FeedEntry {
  const item = JSON.parse(json) as FeedItem
  const { kind, key, version, digests, paths, lastReviewed, reviewDue } = listed
  return {
    id: feedUrl(publicUrl, paths.json),
    url: feedUrl(publicUrl, paths.markdown),
    title: listed.title,
    ...('summary' in item ? { summary: item.summary } : {}),
    content_text: feedText(markdown),
    content_html: feedHtml(markdown, `${kind}-${key}-`),
    date_modified: modified(listed),
    language: item.language,
    tags: [...new Set(tagsOf(item))],
    _citegate: {
      ...{ kind, key, version, digests, lastReviewed, reviewDue },
      contentHash: item.contentHash,
      disclaimers: item.disclaimers.map(({ key: disclaimer, slot, place }) => ({
        ...{ key: disclaimer, slot, place },
      })),
      fictitiousSigners: item.fictitiousSigners,
    },
  }
}

/** The same as HTML; readers prefer it, and tables need it. */
function feedHtml(markdown: string, idPrefix: string): string {
  const { body, dialect } = itemBody(markdown)
  const result = renderHtml(body, { dialect, idPrefix })
  if (result.ok) return result.html
  // What this program wrote it can read: see the tests of fidelity.
  throw new Error(`An item has no HTML form, at ${result.place}: ${result.message}`)
}

/** An item that no log dates is as old as its review, or of no age at all. */
function modified({ modified: instant, lastReviewed }: IndexItem): string {
  return instant ?? `${lastReviewed ?? '1970-01-01'}T00:00:00.000Z`
}

function tagsOf(item: FeedItem): readonly string[] {
  const titles = (named: readonly { readonly title?: string | undefined }[]) =>
    named.flatMap(({ title }) => title ?? [])
  switch (item.kind) {
    case 'therapy':
      return [item.title, ...item.conditions.map(({ name }) => name)]
    case 'article':
      return [...titles(item.therapies), ...item.conditions.map(({ name }) => name)]
    case 'claim':
      return titles([item.therapy, ...(item.condition === undefined ? [] : [item.condition])])
    case 'study':
      return []
  }
}
