import { env } from '../env.ts'
import type { ChannelLists, PreviousRelease } from '../feeds/index.ts'
import {
  atomPath,
  bibtexPath,
  changesFile,
  channelFiles,
  channelIndexPath,
  emptyLists,
  indexFile,
  itemIn,
  jsonFeedPath,
  llmsFile,
  referencesPath,
  schemaFiles,
  vocabularyFile,
} from '../feeds/index.ts'
import type { Channel } from '../domain/model/index.ts'
import { recentEntries } from './recentEntries.ts'
import type { RecentForms } from './recentForms.ts'
import type { ReleaseFiles } from './releaseFiles.ts'

/** The channels of a release and what their lists hold. */
export type Channels = readonly { readonly channel: Channel; readonly lists: ChannelLists }[]

export interface ListOptions {
  readonly release: number
  /** The release is made even where nothing has changed. */
  readonly isDue: boolean
  /** Nothing is taken over from the lists of the release before. */
  readonly isWhole: boolean
  /** The forms of the newest items that were rendered. */
  readonly forms: RecentForms
}

export interface WrittenLists extends Pick<PreviousRelease, 'channels'> {
  readonly hasChanged: boolean
}

/**
 * Writes the lists of a release and takes away what they do not name any more.
 *
 * @returns whether it is one: it differs from the release before in more than its number, or is due;
 *   and the lists as they were written, by channel
 */
export async function writeLists(
  files: ReleaseFiles,
  channels: Channels,
  previous: PreviousRelease | undefined,
  { release, isDue, isWhole, forms }: ListOptions,
): Promise<WrittenLists> {
  const { publisher } = env
  const schemaDigests = new Map<string, string>()
  for (const file of schemaFiles(publisher)) {
    schemaDigests.set(file.path, (await files.text(file)).sha256)
  }
  const { sha256: vocabularyDigest } = await files.text(vocabularyFile(publisher))
  const before = isWhole ? undefined : previous
  const written = []
  for (const each of channels) written.push(await writeChannel(each, before, { files, forms }))
  const guide = llmsFile(
    channels.map(({ channel }) => channel),
    publisher,
  )
  const guideDigest = (await files.text(guide)).sha256
  await removeUnlisted(files, channels, previous)
  const { added, changed, removed } = files.counts()
  const byChannel = new Map(written.map(({ channel, lists }) => [channel.key, lists]))
  const isSame = added + changed + removed === 0 && previous !== undefined
  if (isSame && !isDue) return { hasChanged: false, channels: byChannel }

  const indexed = []
  for (const { channel, lists, digests } of written) {
    const old = previous?.channels.get(channel.key) ?? emptyLists
    const numbers = { release, before: previous?.release }
    const changes = changesFile(channel, lists, old, numbers, publisher)
    indexed.push({
      channel,
      digests: { ...digests, changes: (await files.text(changes)).sha256 },
    })
  }
  await files.text(
    indexFile({
      publisher,
      release,
      previous: previous && { release: previous.release, digest: previous.digest },
      channels: indexed,
      schemaDigests,
      guideDigest,
      vocabularyDigest,
    }),
  )
  return { hasChanged: true, channels: byChannel }
}

/** Writes the lists of a channel but that of its changes, which only a release has. */
async function writeChannel(
  { channel, lists }: Channels[number],
  previous: PreviousRelease | undefined,
  { files, forms }: { readonly files: ReleaseFiles; readonly forms: RecentForms },
) {
  const { publisher } = env
  const before = previous?.channels.get(channel.key)
  const recent = await recentEntries(channel, lists, { files, forms, before, publisher })
  const made = channelFiles(channel, lists, recent, publisher)
  // The text of a bibliography in which nothing has changed was taken over.
  const isKept = previous !== undefined && lists.referencesText !== undefined
  const kept = isKept ? await files.kept(bibtexPath(channel.key)) : undefined
  return {
    channel,
    lists: { ...lists, recent, referencesText: made.references.body },
    digests: {
      index: (await files.text(made.index)).sha256,
      references: (await files.text(made.references)).sha256,
      feed: (await files.text(made.feed)).sha256,
      atom: (await files.text(made.atom)).sha256,
      bibliography: (kept ?? (await files.text(made.bibliography()))).sha256,
    },
  }
}

const listPaths = [channelIndexPath, referencesPath, bibtexPath, jsonFeedPath, atomPath]

/** The forms of items that left, images that nothing shows any more, and channels that are gone. */
async function removeUnlisted(
  files: ReleaseFiles,
  channels: Channels,
  previous: PreviousRelease | undefined,
): Promise<void> {
  const unseen = new Set<string>()
  for (const [key, before] of previous?.channels ?? []) {
    const lists = channels.find(({ channel }) => channel.key === key)?.lists ?? emptyLists
    if (!channels.some(({ channel }) => channel.key === key)) {
      for (const pathOf of listPaths) await files.remove(pathOf(key))
    }
    for (const [name, entry] of before.entries) {
      const now = lists.entries.get(name)
      if (now?.lines === entry.lines) continue
      const { paths, media = [] } = itemIn(entry)
      for (const path of media) unseen.add(path)
      if (now !== undefined) continue
      await files.remove(paths.json)
      await files.remove(paths.markdown)
    }
  }
  if (unseen.size === 0) return
  for (const { lists } of channels) {
    for (const { lines } of lists.entries.values()) {
      for (const path of unseen) if (lines.includes(`"${path}"`)) unseen.delete(path)
    }
  }
  for (const path of unseen) await files.remove(path)
}
