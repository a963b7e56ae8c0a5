import type { Channel } from '../domain/model/index.ts'
import type {
  ChannelLists,
  FeedEntry,
  IndexItem,
  Publisher,
  PublishedForms,
} from '../feeds/index.ts'
import { feedEntry, feedUrl, recentItems } from '../feeds/index.ts'
import type { RecentForms } from './recentForms.ts'
import type { ReleaseFiles } from './releaseFiles.ts'

export interface RecentSources {
  readonly files: Pick<ReleaseFiles, 'before'>
  /** What this release has rendered. */
  readonly forms: RecentForms
  /** The lists of the release before; undefined where nothing is to be taken over from its feeds. */
  readonly before: ChannelLists | undefined
  readonly publisher: Publisher
}

/**
 * The entries of a channel's newest items. One that is listed as in the release before is taken over
 * from its feed; another is made of the forms that were just rendered, or of those that the release
 * before has: an item that is as it was moves up when a newer one leaves. An item that was rendered
 * and is newest only because others were withdrawn while the release was made waits for the next.
 */
export async function recentEntries(
  channel: Channel,
  lists: ChannelLists,
  sources: RecentSources,
): Promise<readonly FeedEntry[]> {
  const { before, publisher } = sources
  const known = new Map(before?.recent?.map((entry) => [entry.id, entry]))
  const entries: FeedEntry[] = []
  for (const item of recentItems(lists.entries)) {
    const name = `${item.kind}/${item.key}` as const
    const isSame = before?.entries.get(name)?.lines === lists.entries.get(name)?.lines
    const old = isSame ? known.get(feedUrl(publisher.publicUrl, item.paths.json)) : undefined
    const entry = old ?? (await entryOf(channel, item, sources))
    if (entry !== undefined) entries.push(entry)
  }
  return entries
}

async function entryOf(
  channel: Channel,
  item: IndexItem,
  { files, forms, publisher }: RecentSources,
): Promise<FeedEntry | undefined> {
  const found = forms.find(channel.key, item) ?? (await published(item, files))
  return found && feedEntry(item, found, publisher)
}

async function published(
  { paths, digests }: IndexItem,
  files: RecentSources['files'],
): Promise<PublishedForms | undefined> {
  const json = await files.before(paths.json, digests.json)
  const markdown = await files.before(paths.markdown, digests.markdown)
  return json === undefined || markdown === undefined ? undefined : { json, markdown }
}
