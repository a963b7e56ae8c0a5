import type { Claim, Study } from '../../domain/model/index.ts'
import type { ItemContext, ItemRefusal, RenderedItem, Standings } from '../items/index.ts'
import { itemContext, renderItem, sortedJson } from '../items/index.ts'
import type { ChannelPlan } from '../../domain/release/index.ts'
import type { FeedFile, FeedInput, FeedTombstone } from '../model/index.ts'
import {
  compareItems,
  compareText,
  contentTypes,
  itemPaths,
  mediaPath,
  referencesPath,
  schemaPath,
} from '../model/index.ts'
import { toCsl } from '../references/index.ts'
import type { ReferencesFile } from '../schemas/index.ts'
import { jsonSchema, schemaNames } from '../schemas/index.ts'
import { changes, channelIndex, index } from './indexFiles.ts'
import { tombstones } from './tombstones.ts'

/** A tombstone and a path at which the item stood. */
export interface BuriedPath {
  readonly path: string
  readonly channel: string
  readonly tombstone: FeedTombstone
}

/** A media file that goes out with a release. */
export interface PublishedMedia {
  readonly sha256: string
  readonly path: string
  readonly contentType: string
}

export interface RenderedRelease {
  /** All text files of the release, by path; the lists of changes of earlier releases apart. */
  readonly files: readonly FeedFile[]
  /** Every path that answers "gone", by path. */
  readonly buried: readonly BuriedPath[]
  /** The media files that the items show, by path. */
  readonly media: readonly PublishedMedia[]
  /** Items that were planned and are left out, because they cannot be written without loss. */
  readonly refusals: readonly ItemRefusal[]
}

/**
 * Renders a release. The same content gives the same bytes: the release number and the clock stand
 * only in `index.json`, in the lists of changes and in the tombstones of what leaves now. An item
 * that cannot be written is left out of its channel, and leaves a tombstone if it was there before.
 */
export function renderRelease(input: FeedInput): RenderedRelease {
  const standings: Standings = new Map()
  const channels = input.plan.channels
    .toSorted((a, b) => compareText(a.channel.key, b.channel.key))
    .map((plan) => renderChannel(plan, input, standings))
  return {
    files: [...channels.flatMap(({ files }) => files), ...schemas(input), index(input)].toSorted(
      byPath,
    ),
    buried: channels.flatMap(({ buried }) => buried).toSorted(byPath),
    media: publishedMedia(
      channels.flatMap(({ items }) => items.flatMap(({ media }) => media)),
      input,
    ),
    refusals: channels.flatMap(({ refusals }) => refusals),
  }
}

interface RenderedChannel {
  readonly items: readonly RenderedItem[]
  readonly files: readonly FeedFile[]
  readonly buried: readonly BuriedPath[]
  readonly refusals: readonly ItemRefusal[]
}

function renderChannel(plan: ChannelPlan, input: FeedInput, standings: Standings): RenderedChannel {
  const context = itemContext(input, plan, standings)
  const results = plan.items.toSorted(compareItems).map((name) => renderItem(name, context))
  const items = results.flatMap((result) => (result.ok ? [result.item] : []))
  const refusals = results.flatMap((result) => (result.ok ? [] : [result.refusal]))
  const gone = tombstones(input, context, items, refusals)
  const channel = plan.channel.key
  return {
    items,
    refusals,
    files: [
      ...items.flatMap(({ json, markdown }) => [json, markdown]),
      references(context),
      channelIndex(items, gone, context),
      changes(items, gone, input, context),
    ],
    buried: gone.flatMap((tombstone) => {
      const { json, markdown } = itemPaths(channel, tombstone)
      return [json, markdown].map((path) => ({ path, channel, tombstone }))
    }),
  }
}

/** The bibliography of a channel: every source that one of its claims cites. */
function references({ claims, channel, study }: ItemContext): FeedFile {
  const body: ReferencesFile = studiesOf(claims, study).map(toCsl)
  return {
    path: referencesPath(channel.key),
    contentType: contentTypes.csl,
    body: sortedJson(body),
  }
}

function studiesOf(
  claims: readonly Claim[],
  study: (key: string) => Study | undefined,
): readonly Study[] {
  const keys = new Set(claims.flatMap(({ citations }) => citations.map((cited) => cited.study)))
  return [...keys].sort(compareText).flatMap((key) => study(key) ?? [])
}

function schemas({ publisher }: FeedInput): readonly FeedFile[] {
  return schemaNames.map((name) => ({
    path: schemaPath(name),
    contentType: contentTypes.schema,
    body: sortedJson(jsonSchema(publisher.publicUrl, name)),
  }))
}

function publishedMedia(
  digests: readonly string[],
  { media }: FeedInput,
): readonly PublishedMedia[] {
  return [...new Set(digests)]
    .flatMap((sha256) => {
      const file = media.get(sha256)
      if (file === undefined) return []
      return [{ sha256, path: mediaPath(sha256, file.extension), contentType: file.contentType }]
    })
    .toSorted(byPath)
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path)
}
