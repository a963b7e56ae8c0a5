import { env } from '../env.ts'
import type { ChannelLists, PreviousRelease } from '../feeds/index.ts'
import {
  changesFile,
  channelFiles,
  emptyLists,
  indexFile,
  itemIn,
  schemaFiles,
  vocabularyFile,
} from '../feeds/index.ts'
import type { Channel } from '../domain/model/index.ts'
import type { ReleaseFiles } from './releaseFiles.ts'

/** The channels of a release and what their lists hold. */
export type Channels = readonly { readonly channel: Channel; readonly lists: ChannelLists }[]

/**
 * Writes the lists of a release and takes away what they do not name any more.
 *
 * @param isDue - the release is made even where nothing has changed
 * @returns whether it is one: it differs from the release before in more than its number, or is due
 */
export async function writeLists(
  files: ReleaseFiles,
  channels: Channels,
  previous: PreviousRelease | undefined,
  { release, isDue }: { readonly release: number; readonly isDue: boolean },
): Promise<boolean> {
  const { publisher } = env
  const schemaDigests = new Map<string, string>()
  for (const file of schemaFiles(publisher)) {
    schemaDigests.set(file.path, (await files.text(file)).sha256)
  }
  const { sha256: vocabularyDigest } = await files.text(vocabularyFile(publisher))
  const written = []
  for (const { channel, lists } of channels) {
    const { index, references } = channelFiles(channel, lists, publisher)
    const digests = {
      index: (await files.text(index)).sha256,
      references: (await files.text(references)).sha256,
    }
    written.push({ channel, lists, digests })
  }
  await removeUnlisted(files, channels, previous)
  const { added, changed, removed } = files.counts()
  if (added + changed + removed === 0 && previous !== undefined && !isDue) return false

  const indexed = []
  for (const { channel, lists, digests } of written) {
    const before = previous?.channels.get(channel.key) ?? emptyLists
    const numbers = { release, before: previous?.release }
    const changes = changesFile(channel, lists, before, numbers, publisher)
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
      vocabularyDigest,
    }),
  )
  return true
}

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
      for (const path of ['index.json', 'references.json']) await files.remove(`${key}/${path}`)
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
