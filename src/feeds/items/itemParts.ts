import type { RootContent } from 'mdast'
import type { Subject } from '../../domain/model/index.ts'
import type { FeedKind, ItemName } from '../model/index.ts'
import type { FeedItem } from '../schemas/index.ts'
import { schemaUrl } from '../schemas/index.ts'
import { publisherContent } from './frontMatter.ts'
import type { FrontMatter } from './frontMatter.ts'
import type { ItemContext } from './itemContext.ts'
import { itemUrls } from './itemUrls.ts'
import { areFictitious, reviewers, signedContent } from './signatures.ts'
import { paragraph } from './words.ts'

/** An item before it is written: its data, and its text with what stands above it. */
export interface ItemParts {
  readonly data: FeedItem
  readonly front: FrontMatter
  readonly blocks: readonly RootContent[]
  /** Digests of the files it shows. */
  readonly media: readonly string[]
}

/** The addresses of an item and of its schema. */
export function itemAddresses(
  name: ItemName,
  context: ItemContext,
): { $schema: string; url: string; markdownUrl: string } {
  const { json, markdown } = itemUrls(name, context)
  return {
    $schema: schemaUrl(context.publisher.publicUrl, name.kind),
    url: json,
    markdownUrl: markdown,
  }
}

interface Fronted {
  readonly subject: Extract<Subject, { kind: FeedKind }>
  readonly title: string
  readonly summary?: string
  /** Of a claim; of a page, that of each claim on it. */
  readonly certainty?: string | Readonly<Record<string, string>>
  /** Keys. */
  readonly disclaimers: readonly string[]
  /** Subjects whose authors and signers the item names. */
  readonly spokenFor: readonly Subject[]
}

/**
 * What stands above an item's text. No name is one that a site generator takes for its own: with `kind`
 * or `url` in it, Hugo ends its build.
 */
export function itemFront(item: Fronted, context: ItemContext): FrontMatter {
  const { subject, spokenFor } = item
  const signed = signedContent(subject, context)
  return {
    title: item.title,
    key: subject.key,
    itemKind: subject.kind,
    version: signed.version,
    language: context.channel.language,
    channel: context.channel.key,
    summary: item.summary,
    lastReviewed: signed.lastReviewed,
    reviewDue: signed.reviewDue,
    reviewedBy: [...reviewers(subject, context)],
    fictitiousSigners: areFictitious(spokenFor, context) ? true : undefined,
    certainty: item.certainty,
    disclaimers: [...new Set(item.disclaimers)],
    contentHash: signed.contentHash,
    ...publisherContent(context),
    feedUrl: itemAddresses(subject, context).markdownUrl,
  }
}

/** Says in the text that the people named do not exist, where that is so. */
export function honestyBlocks(
  spokenFor: readonly Subject[],
  context: ItemContext,
): readonly RootContent[] {
  return areFictitious(spokenFor, context) ? [paragraph(context.phrases.fictitiousSigners)] : []
}
