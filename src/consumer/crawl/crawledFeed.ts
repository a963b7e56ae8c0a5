import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Json, parsedJson, recordOf, recordsOf, textOf } from '../unknownJson.ts'
import { plainWords } from './plainWords.ts'

/** A subject of a channel that a page may show. */
export interface ChannelSubject {
  readonly channel: string
  readonly kind: string
  readonly key: string
  readonly title: string
  /** Path of its data below the root of the feed, such as `us-en/therapies/x.json`. */
  readonly path: string
}

export interface LiveItem extends ChannelSubject {
  readonly data: Json
}

export interface WithdrawnItem extends ChannelSubject {
  readonly reason: string
}

/** What a release says that pages are judged by. */
export interface CrawledFeed {
  readonly release: number
  readonly live: readonly LiveItem[]
  readonly withdrawn: readonly WithdrawnItem[]
  /** Statements that nobody may make any more, and that no live claim makes. */
  readonly fallen: readonly { readonly words: string; readonly item: WithdrawnItem }[]
}

const folders: Readonly<Record<string, string>> = {
  therapy: 'therapies',
  article: 'articles',
  claim: 'claims',
  study: 'studies',
}

/**
 * Reads a folder that was pulled, with its items as JSON.
 *
 * @param channels keys of the channels to judge by; all that were pulled without
 * @throws Error when a channel, a list or an item is not there
 */
export async function readCrawledFeed(
  folder: string,
  channels: readonly string[],
): Promise<CrawledFeed> {
  const json = async (path: string) => recordOf(parsedJson(await readFile(join(folder, path))))
  const index = await json('index.json')
  const lock = await json('citegate.lock.json')
  const pulled = Array.isArray(lock.selected) ? lock.selected : null
  const keys = recordsOf(index.channels)
    .flatMap(({ key }) => textOf(key) ?? [])
    .filter((key) => pulled === null || pulled.includes(key))
    .filter((key) => channels.length === 0 || channels.includes(key))
  const missing = channels.find((key) => !keys.includes(key))
  if (missing !== undefined) throw new Error(`It has no channel ${missing}.`)
  const live: LiveItem[] = []
  const withdrawn: WithdrawnItem[] = []
  for (const key of keys) {
    const list = await json(`${key}/index.json`)
    for (const item of recordsOf(list.items)) {
      const subject = subjectOf(item, key)
      live.push({ ...subject, data: subject.kind === 'study' ? {} : await json(subject.path) })
    }
    for (const stone of recordsOf(list.tombstones)) {
      withdrawn.push({ ...subjectOf(stone, key), reason: textOf(stone.reason) ?? '' })
    }
  }
  return {
    release: typeof index.release === 'number' ? index.release : 0,
    live,
    withdrawn,
    fallen: fallenStatements(live, withdrawn),
  }
}

function subjectOf(entry: Json, channel: string): ChannelSubject {
  const [kind, key, title] = [entry.kind, entry.key, entry.title].map((text) => textOf(text) ?? '')
  const path = `${channel}/${folders[kind ?? ''] ?? ''}/${key ?? ''}.json`
  return { channel, kind: kind ?? '', key: key ?? '', title: title ?? '', path }
}

/** The title of a claim is its statement. */
function fallenStatements(
  live: readonly LiveItem[],
  withdrawn: readonly WithdrawnItem[],
): CrawledFeed['fallen'] {
  const stillSaid = live
    .filter(({ kind }) => kind === 'claim')
    .map(({ title }) => plainWords(title))
  const fallen = withdrawn
    .filter(({ kind }) => kind === 'claim')
    .map((item) => ({ words: plainWords(item.title), item }))
    .filter(({ words }) => words.length > 0 && !stillSaid.some((said) => said.includes(words)))
  // Each once, whatever the number of channels that it left.
  return [...new Map(fallen.map((one) => [one.words, one])).values()]
}
