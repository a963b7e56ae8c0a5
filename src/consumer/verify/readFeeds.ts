import { type Json, recordOf, recordsOf, textOf } from '../unknownJson.ts'
import { laterLists } from '../feedPaths.ts'
import { expectedDisclaimers } from './expectedDisclaimers.ts'
import { entryContent, judgeEntry, xmlWords } from './judgeEntry.ts'
import { type ChannelLists, type ListedItem, nameOf } from './readChannel.ts'
import type { ReleaseReader } from './releaseReader.ts'
import { statedClaims } from './statedClaims.ts'

/**
 * Reads the feeds of newest items that a release has. An entry has to be of the item that the channel
 * lists, with the disclaimers that the item needs in their places; Atom has to say what JSON Feed
 * says; what left in this release has to be said in both.
 */
export async function readFeeds(
  channels: readonly ChannelLists[],
  reader: ReleaseReader,
): Promise<void> {
  for (const lists of channels) {
    const paths = new Map(laterLists(lists.channel.key))
    const feedPath = paths.get('feed') ?? ''
    if (!reader.source.files.has(feedPath)) continue
    const feed = await reader.record(feedPath)
    const items = new Map(lists.items.map((item) => [nameOf(item.values), item]))
    for (const entry of recordsOf(feed.items)) await judgeItem(entry, feedPath, items, reader)
    judgeTombstones(feed, feedPath, lists, reader)
    await judgeAtom(feed, paths.get('atom') ?? '', reader)
  }
}

async function judgeItem(
  entry: Json,
  path: string,
  items: ReadonlyMap<string, ListedItem>,
  reader: ReleaseReader,
): Promise<void> {
  const said = recordOf(entry._citegate)
  const name = nameOf(said)
  const item = items.get(name)
  if (item === undefined) {
    const message = `It has an entry for ${name}, which the index of the channel does not list.`
    reader.ledger.report(path, 'not-listed', message)
    return
  }
  const { digests, version, title } = item.values
  if (
    JSON.stringify(said.digests) !== JSON.stringify(digests) ||
    said.version !== version ||
    entry.title !== title
  ) {
    const message = `Its entry for ${name} is of another version than the one that the channel lists.`
    reader.ledger.report(path, 'forms-differ', message)
  }
  const values = await reader.record(item.json)
  const { slots } = item.channel
  if (slots === null || values.kind === undefined) return
  const claims = statedClaims(values)
  const { expected } = expectedDisclaimers(values, claims, slots)
  for (const { code, message } of judgeEntry(entry, claims, expected)) {
    reader.ledger.report(path, code, `Its entry for ${name}: ${message}`)
  }
}

function judgeTombstones(
  feed: Json,
  path: string,
  { channel, tombstones }: ChannelLists,
  { source, ledger }: ReleaseReader,
): void {
  const listed = recordsOf(recordOf(feed._citegate).tombstones)
  const names = new Set(listed.map(nameOf))
  for (const name of names) {
    if (channel.gone.has(name)) continue
    const message = `It says that ${name} was withdrawn; the index of the channel does not.`
    ledger.report(path, 'not-withdrawn', message)
  }
  const isOfNow = ({ release }: Json): boolean => release === source.mark.release
  // More may have left at once than a feed names.
  if (listed.length > 0 && listed.every(isOfNow)) return
  for (const stone of tombstones.filter(isOfNow)) {
    if (stone.kind === 'study' || names.has(nameOf(stone))) continue
    ledger.report(path, 'forgotten', `It does not say that ${nameOf(stone)} was withdrawn.`)
  }
}

async function judgeAtom(feed: Json, path: string, reader: ReleaseReader): Promise<void> {
  if (!reader.source.files.has(path)) return
  const bytes = await reader.bytes(path)
  if (bytes === null) return
  const words = xmlWords(Buffer.from(bytes).toString())
  const report = (id: unknown, what: string): void => {
    reader.ledger.report(path, 'forms-differ', `${what} for ${textOf(id) ?? '?'} is not the same.`)
  }
  for (const entry of recordsOf(feed.items)) {
    const isSame = [textOf(entry.id) ?? '', textOf(entry.title) ?? '', entryContent(entry)].every(
      (part) => words.includes(part.replace(/\s+/gu, '')),
    )
    if (!isSame) report(entry.id, 'JSON Feed has another entry:')
  }
  for (const { id, reason } of recordsOf(recordOf(feed._citegate).tombstones)) {
    const isSame = [id, reason].every((part) =>
      words.includes((textOf(part) ?? '').replace(/\s+/gu, '')),
    )
    if (!isSame) report(id, 'JSON Feed has a tombstone, and what is here')
  }
}
