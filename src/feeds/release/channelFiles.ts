import { subjectName } from '../../domain/model/index.ts'
import type { Channel } from '../../domain/model/index.ts'
import { publisherContent, sortedJson } from '../items/index.ts'
import { bibtexFile, recentFeeds } from '../forms/index.ts'
import type { FeedFile, LongFile, Publisher } from '../model/index.ts'
import { changesPath, channelIndexPath, contentTypes, referencesPath } from '../model/index.ts'
import type { ChangesFile, ChannelIndexFile, FeedEntry, ReferencesFile } from '../schemas/index.ts'
import { schemaUrl } from '../schemas/index.ts'
import type { ChannelLists } from './channelLists.ts'
import { indexWith, itemIn } from './indexEntries.ts'

/** The lists of a channel: its items, the newest of them in two forms, its bibliography in two. */
export interface ChannelFiles {
  readonly channel: Channel
  readonly index: LongFile
  readonly feed: FeedFile
  readonly atom: FeedFile
  readonly references: FeedFile
  /** Written when it is asked for: mostly nothing in it has changed. */
  readonly bibliography: () => FeedFile
}

export function channelFiles(
  channel: Channel,
  lists: ChannelLists,
  recent: readonly FeedEntry[],
  publisher: Publisher,
): ChannelFiles {
  const body: ReferencesFile = [...lists.references]
  return {
    channel,
    index: channelIndex(channel, lists, publisher),
    ...recentFeeds(channel, { entries: recent, tombstones: lists.tombstones }, publisher),
    references: {
      path: referencesPath(channel.key),
      contentType: contentTypes.csl,
      body: lists.referencesText ?? sortedJson(body),
    },
    bibliography: () => bibtexFile(channel.key, lists.references),
  }
}

function channelIndex(
  { key, title, jurisdiction, language, slots }: Channel,
  { entries, tombstones }: ChannelLists,
  publisher: Publisher,
): LongFile {
  const body: ChannelIndexFile = {
    $schema: schemaUrl(publisher.publicUrl, 'channel'),
    channel: {
      key,
      title,
      jurisdiction,
      language,
      slots: slots.map(({ key: slot, place, when }) => ({
        slot,
        place,
        when: {
          claimKinds: [...when.claimKinds],
          directions: [...when.directions],
          certainties: [...when.certainties],
          regulatoryStatuses: [...when.regulatoryStatuses],
          therapies: [...when.therapies],
        },
      })),
    },
    items: [],
    tombstones: [...tombstones],
    references: referencesPath(key),
    ...publisherContent({ publisher }),
  }
  return {
    path: channelIndexPath(key),
    contentType: contentTypes.json,
    parts: indexWith(sortedJson(body), entries),
  }
}

/** What a release changed in a channel against the one before. */
export function changesFile(
  channel: Channel,
  lists: ChannelLists,
  previous: ChannelLists,
  { release, before }: { readonly release: number; readonly before: number | undefined },
  publisher: Publisher,
): FeedFile {
  const body: ChangesFile = {
    $schema: schemaUrl(publisher.publicUrl, 'changes'),
    channel: channel.key,
    release,
    previous: before,
    upserts: [...lists.entries.values()].flatMap((entry) => {
      const old = previous.entries.get(subjectName(entry))
      if (old?.lines === entry.lines) return []
      return [{ ...itemIn(entry), change: old === undefined ? 'added' : 'changed' }]
    }),
    withdrawals: lists.tombstones.filter((tombstone) => tombstone.release === release),
  }
  return {
    path: changesPath(channel.key, release),
    contentType: contentTypes.json,
    body: sortedJson(body),
  }
}
