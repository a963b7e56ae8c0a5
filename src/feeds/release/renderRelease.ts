import { subjectName } from '../../domain/model/index.ts'
import type { Channel, Study } from '../../domain/model/index.ts'
import type { ItemRefusal, RenderedItem, Standings } from '../items/index.ts'
import { digestOf, itemContext, renderItems } from '../items/index.ts'
import type { ChannelPlan } from '../../domain/release/index.ts'
import type { FeedFile, FeedInput, FeedTombstone, ItemName, LongFile } from '../model/index.ts'
import { feedEntry, llmsFile } from '../forms/index.ts'
import { compareItems, compareText, itemPaths, mediaPath } from '../model/index.ts'
import { toCsl } from '../references/index.ts'
import type { CslItem, IndexItem } from '../schemas/index.ts'
import { changesFile, channelFiles } from './channelFiles.ts'
import { emptyLists } from './channelLists.ts'
import { indexFile, schemaFiles, vocabularyFile } from './indexFile.ts'
import { recentItems } from './recentItems.ts'
import { nextLists } from './nextLists.ts'
import type { PreviousRelease } from './previousRelease.ts'

/** What a whole release is rendered from. */
export interface ReleaseInput extends FeedInput {
  /** Number of this release. */
  readonly release: number
  readonly previous?: PreviousRelease
}

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
 * Renders a release in one go, from all of its content. The same content gives the same bytes: the
 * release number and the clock stand only in `index.json`, in the lists of changes and in the
 * tombstones of what leaves now. An item that cannot be written is left out of its channel, and
 * leaves a tombstone if it was there before.
 */
export function renderRelease(input: ReleaseInput): RenderedRelease {
  const standings: Standings = new Map()
  const channels = input.plan.channels
    .toSorted((a, b) => compareText(a.channel.key, b.channel.key))
    .map((plan) => renderChannel(plan, input, standings))
  const schemas = schemaFiles(input.publisher)
  const guide = llmsFile(
    channels.map(({ channel }) => channel),
    input.publisher,
  )
  const vocabulary = vocabularyFile(input.publisher)
  const { previous } = input
  const index = indexFile({
    ...input,
    previous: previous && { release: previous.release, digest: previous.digest },
    channels: channels.map(({ channel, lists }) => ({
      channel,
      digests: {
        index: digestOf(lists.index.body),
        changes: digestOf(lists.changes.body),
        references: digestOf(lists.references.body),
        feed: digestOf(lists.feed.body),
        atom: digestOf(lists.atom.body),
        bibliography: digestOf(lists.bibliography.body),
      },
    })),
    guideDigest: digestOf(guide.body),
    schemaDigests: new Map(schemas.map(({ path, body }) => [path, digestOf(body)])),
    vocabularyDigest: digestOf(vocabulary.body),
  })
  return {
    files: [
      ...channels.flatMap(({ files }) => files),
      ...schemas,
      guide,
      vocabulary,
      index,
    ].toSorted(byPath),
    buried: channels.flatMap(({ buried }) => buried).toSorted(byPath),
    media: publishedMedia(
      channels.flatMap(({ items }) => items.flatMap(({ media }) => media)),
      input,
    ),
    refusals: channels.flatMap(({ refusals }) => refusals),
  }
}

/** The sources among some items, as the bibliography of their channel lists them. */
export function referencesOf(
  names: readonly ItemName[],
  studyOf: (key: string) => Study | undefined,
): readonly CslItem[] {
  return names.flatMap(({ kind, key }) => {
    const study = kind === 'study' ? studyOf(key) : undefined
    return study === undefined ? [] : [toCsl(study)]
  })
}

/** An item as the index of its channel lists it. */
export function indexItem(
  item: Omit<RenderedItem, 'json' | 'markdown'>,
  { media: files }: Pick<FeedInput, 'media'>,
): IndexItem {
  const { kind, key, title, version, digests, paths, media } = item
  const { lastReviewed, reviewDue, modified } = item
  const shown = media.flatMap((sha256) => {
    const file = files.get(sha256)
    return file === undefined ? [] : [mediaPath(sha256, file.extension)]
  })
  return {
    ...{ kind, key, title, version, digests, paths, lastReviewed, reviewDue, modified },
    media: shown.length === 0 ? undefined : [...new Set(shown)].sort(compareText),
  }
}

interface RenderedChannel {
  readonly channel: Channel
  readonly items: readonly RenderedItem[]
  readonly lists: {
    readonly index: FeedFile
    readonly changes: FeedFile
    readonly references: FeedFile
    readonly feed: FeedFile
    readonly atom: FeedFile
    readonly bibliography: FeedFile
  }
  readonly files: readonly FeedFile[]
  readonly buried: readonly BuriedPath[]
  readonly refusals: readonly ItemRefusal[]
}

function renderChannel(
  plan: ChannelPlan,
  input: ReleaseInput,
  standings: Standings,
): RenderedChannel {
  const { channel } = plan
  const context = itemContext(input, plan, standings)
  const names = plan.items.toSorted(compareItems)
  const { items, refusals } = renderItems(names, context)
  const previous = input.previous?.channels.get(channel.key) ?? emptyLists
  const change = {
    channel,
    isAffected: () => true,
    items: items.map((item) => indexItem(item, input)),
    references: referencesOf(names, context.study),
    refusals,
  }
  const lists = nextLists(previous, change, {
    release: input.release,
    now: input.now,
    withheld: input.plan.withheld,
    logOf: (name) => input.graph.log.get(name) ?? [],
  })
  const forms = new Map(items.map((item) => [subjectName(item), item]))
  const recent = recentItems(lists.entries).flatMap((listed) => {
    const item = forms.get(subjectName(listed))
    if (item === undefined) return []
    const { json, markdown } = item
    return [feedEntry(listed, { json: json.body, markdown: markdown.body }, input.publisher)]
  })
  const { index, bibliography, ...written } = channelFiles(channel, lists, recent, input.publisher)
  const numbers = { release: input.release, before: input.previous?.release }
  const changes = changesFile(channel, lists, previous, numbers, input.publisher)
  const { references, feed, atom } = written
  const named = { index: joined(index), references, feed, atom, bibliography: bibliography() }
  return {
    channel,
    items,
    refusals,
    lists: { ...named, changes },
    files: [
      ...items.flatMap(({ json, markdown }) => [json, markdown]),
      ...Object.values(named),
      changes,
    ],
    buried: lists.tombstones.flatMap((tombstone) => {
      const { json, markdown } = itemPaths(channel.key, tombstone)
      return [json, markdown].map((path) => ({ path, channel: channel.key, tombstone }))
    }),
  }
}

function joined({ parts, ...file }: LongFile): FeedFile {
  return { ...file, body: parts.join('') }
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
