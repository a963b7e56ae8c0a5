import type { ItemContext, RenderedItem } from '../items/index.ts'
import { publisherContent, sortedJson } from '../items/index.ts'
import type { FeedFile, FeedInput, FeedTombstone, PreviousItem } from '../model/index.ts'
import {
  changesPath,
  channelIndexPath,
  compareText,
  contentTypes,
  indexPath,
  referencesPath,
  schemaPath,
} from '../model/index.ts'
import type { ChangesFile, ChannelIndexFile, IndexFile, IndexItem } from '../schemas/index.ts'
import { schemaNames, schemaUrl } from '../schemas/index.ts'
import { subjectName } from '../../domain/model/index.ts'

/** The lists of a feed: which channels, which items, which changes. */

export function channelIndex(
  items: readonly RenderedItem[],
  tombstones: readonly FeedTombstone[],
  context: ItemContext,
): FeedFile {
  const { key, title, jurisdiction, language } = context.channel
  const body: ChannelIndexFile = {
    $schema: schemaUrl(context.publisher.publicUrl, 'channel'),
    channel: { key, title, jurisdiction, language },
    items: items.map(indexItem),
    tombstones: [...tombstones],
    references: referencesPath(key),
    ...publisherContent(context),
  }
  return json(channelIndexPath(key), body)
}

/** What this release changed in a channel against the one before. */
export function changes(
  items: readonly RenderedItem[],
  tombstones: readonly FeedTombstone[],
  { release, previous }: FeedInput,
  { channel, publisher }: ItemContext,
): FeedFile {
  const before = new Map(
    (previous?.channels.get(channel.key)?.items ?? []).map((item) => [subjectName(item), item]),
  )
  const body: ChangesFile = {
    $schema: schemaUrl(publisher.publicUrl, 'changes'),
    channel: channel.key,
    release,
    previous: previous?.release,
    upserts: items.flatMap((item) => {
      const change = changeOf(item, before.get(subjectName(item)))
      return change === undefined ? [] : [{ ...indexItem(item), change }]
    }),
    withdrawals: tombstones.filter((tombstone) => tombstone.release === release),
  }
  return json(changesPath(channel.key, release), body)
}

function changeOf(
  { digests }: RenderedItem,
  before: PreviousItem | undefined,
): 'added' | 'changed' | undefined {
  if (before === undefined) return 'added'
  const isSame =
    before.digests.json === digests.json && before.digests.markdown === digests.markdown
  return isSame ? undefined : 'changed'
}

export function index({ plan, publisher, release, previous }: FeedInput): FeedFile {
  const channels = plan.channels
    .map(({ channel }) => channel)
    .toSorted((a, b) => compareText(a.key, b.key))
  const body: IndexFile = {
    $schema: schemaUrl(publisher.publicUrl, 'index'),
    release,
    previous:
      previous === undefined ? undefined : { release: previous.release, digest: previous.digest },
    channels: channels.map(({ key, title, jurisdiction, language }) => ({
      key,
      title,
      jurisdiction,
      language,
      path: channelIndexPath(key),
      changes: changesPath(key, release),
    })),
    schemas: Object.fromEntries(schemaNames.map((name) => [name, schemaPath(name)])),
    ...publisherContent({ publisher }),
  }
  return json(indexPath, body)
}

function indexItem(item: RenderedItem): IndexItem {
  const { kind, key, title, version, digests, paths, lastReviewed, reviewDue } = item
  return { kind, key, title, version, digests, paths, lastReviewed, reviewDue }
}

function json(path: string, body: unknown): FeedFile {
  return { path, contentType: contentTypes.json, body: sortedJson(body) }
}
