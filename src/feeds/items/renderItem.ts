import type { MarkdownDialect, Study } from '../../domain/model/index.ts'
import { sortedJson } from '../json/index.ts'
import type { FeedFile, ItemDigests, ItemName, ItemPaths } from '../model/index.ts'
import { contentTypes, itemPaths } from '../model/index.ts'
import { orRefusal } from '../tree/index.ts'
import { Refused } from '../tree/index.ts'
import { claimItem } from './claimItem.ts'
import { frontMatter } from './frontMatter.ts'
import type { ItemContext } from './itemContext.ts'
import type { ItemParts } from './itemParts.ts'
import { markdownOf } from './markdownOf.ts'
import { modifiedOf } from './modifiedOf.ts'
import { pageItem } from './pageItem.ts'
import { studyItem } from './studyItem.ts'

/** An item in both its forms, and what lists say of it. */
export interface RenderedItem extends ItemName {
  readonly title: string
  readonly version: number
  readonly lastReviewed: string | undefined
  readonly reviewDue: string | undefined
  /** ISO 8601 instant, UTC. */
  readonly modified: string | undefined
  readonly paths: ItemPaths
  readonly digests: ItemDigests
  readonly json: FeedFile
  readonly markdown: FeedFile
  /** Digests of the media files it shows. */
  readonly media: readonly string[]
}

/** An item that cannot be published in a channel as it stands: where it fails and why. */
export interface ItemRefusal extends ItemName {
  readonly channel: string
  /** Path in the subject, e.g. `sections.2.body.children.0`. */
  readonly place: string
  readonly message: string
}

export type ItemResult =
  | { readonly ok: true; readonly item: RenderedItem }
  | { readonly ok: false; readonly refusal: ItemRefusal }

/**
 * Renders one item of a channel as JSON and as Markdown. The same item in the same context gives
 * the same bytes.
 */
export function renderItem(name: ItemName, context: ItemContext): ItemResult {
  const result = orRefusal(() => {
    const parts = itemPartsOf(name, context)
    const body = markdownOf(parts.blocks, '', context, context.channel.dialect)
    return { ok: true as const, item: written(name, parts, body, context) }
  })
  if (result.ok) return result
  const { place, message } = result
  return {
    ok: false,
    refusal: { kind: name.kind, key: name.key, channel: context.channel.key, place, message },
  }
}

function itemPartsOf(name: ItemName, context: ItemContext): ItemParts {
  const { graph } = context
  switch (name.kind) {
    case 'therapy':
    case 'article': {
      const pages = name.kind === 'therapy' ? graph.therapies : graph.articles
      return pageItem(there(pages.get(name.key)?.subject), there(context.page(name)), context)
    }
    case 'claim':
      return claimItem(there(graph.claims.get(name.key)?.subject), context)
    case 'study':
      return studyItem(there<Study>(graph.studies.get(name.key)?.subject), context)
  }
}

function there<T>(subject: T | undefined): T {
  if (subject === undefined) throw new Refused('', 'The item is planned, but it is not there.')
  return subject
}

/** Only the dialect that is not GFM is named. */
function named(dialect: MarkdownDialect | undefined): MarkdownDialect | undefined {
  return dialect === 'gfm' ? undefined : dialect
}

function written(
  { kind, key }: ItemName,
  { data, front, media }: ItemParts,
  body: string,
  context: ItemContext,
): RenderedItem {
  const { channel, digest } = context
  const paths = itemPaths(channel.key, { kind, key })
  const json = { path: paths.json, contentType: contentTypes.json, body: sortedJson(data) }
  const markdown = {
    path: paths.markdown,
    contentType: contentTypes.markdown,
    body: `${frontMatter({ ...front, markdownDialect: named(channel.dialect) })}${body}`,
  }
  return {
    kind,
    key,
    title: data.title,
    version: data.version,
    lastReviewed: data.lastReviewed,
    reviewDue: data.reviewDue,
    modified: modifiedOf(data, context),
    paths,
    digests: { json: digest(json.body), markdown: digest(markdown.body) },
    json,
    markdown,
    media,
  }
}
