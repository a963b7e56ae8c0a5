import { FeedRefused } from '../feedProblem.ts'
import { type Json, parsedJson, recordOf, recordsOf, textOf } from '../unknownJson.ts'
import type { Archive, ChainEnd, PastRelease } from './pastReleases.ts'
import { pastReleases } from './pastReleases.ts'
import { type ChannelLists, nameOf } from './readChannel.ts'
import { indexPath } from '../feedPaths.ts'
import type { ReleaseReader } from './releaseReader.ts'

/** How far back a release was held against what came before it. */
export interface Past {
  /** The oldest release that was looked at. */
  readonly backTo: number
  /** Why no older one was; null when there is none. */
  readonly end: ChainEnd | null
  /** Lists of earlier releases that are no longer held. */
  readonly listsGone: number
  /** The history that was walked, the newest first. */
  readonly chain: readonly ChainedRelease[]
}

/** A release of a history, named by the digest of its index. */
export interface ChainedRelease {
  readonly release: number
  readonly createdAt: string
  readonly digest: string
}

/**
 * Holds a release against its past: what was ever listed is live or has a tombstone, the release says
 * what it changed, and no list of changes was rewritten.
 */
export async function judgePast(
  current: PastRelease,
  channels: readonly ChannelLists[],
  archive: Archive,
  reader: ReleaseReader,
  onProgress: (release: number) => void,
): Promise<Past> {
  const memory = new Memory(channels, archive, reader)
  const walk = pastReleases(current, archive)
  const chain = [chained(current)]
  if (current.mark.previous === null) memory.judgeFirst()
  for (;;) {
    const step = await walk.next()
    if (step.done === true) {
      const end = step.value
      if (end?.reason === 'broken') reader.ledger.report(end.path, 'chain-broken', end.message)
      memory.judge()
      const backTo = chain.at(-1)?.release ?? current.mark.release
      return { backTo, end, listsGone: memory.listsGone, chain }
    }
    chain.push(chained(step.value))
    onProgress(step.value.mark.release)
    await memory.take(step.value, chain.length === 2)
  }
}

function chained({ mark: { release, createdAt, digest } }: PastRelease): ChainedRelease {
  return { release, createdAt, digest }
}

/** What earlier releases had, by channel. */
class Memory {
  listsGone = 0
  readonly #channels: ReadonlyMap<string, ChannelLists>
  readonly #archive: Archive
  readonly #reader: ReleaseReader
  readonly #listsSeen = new Set<string>()
  /** By channel and `kind/key`: the newest release that speaks of it. */
  readonly #items = new Map<string, Map<string, number>>()

  constructor(channels: readonly ChannelLists[], archive: Archive, reader: ReleaseReader) {
    this.#channels = new Map(channels.map((lists) => [lists.channel.key, lists]))
    this.#archive = archive
    this.#reader = reader
  }

  async take({ mark: { release }, index }: PastRelease, isNewest: boolean): Promise<void> {
    const known = new Map<string, Json>()
    const unknown = new Set<string>()
    for (const entry of recordsOf(index.channels)) {
      const key = textOf(entry.key) ?? ''
      const digests = recordOf(entry.digests)
      const changesPath = textOf(entry.changes) ?? ''
      this.#judgeRewriting(changesPath, textOf(digests.changes), release)
      const lists = await this.#list(textOf(entry.path) ?? '', textOf(digests.index))
      if (isNewest && lists !== null) known.set(key, lists)
      if (isNewest && lists === null) unknown.add(key)
      const changes = await this.#list(changesPath, textOf(digests.changes))
      const named = [lists?.items, lists?.tombstones, changes?.upserts, changes?.withdrawals]
      for (const item of named.flatMap(recordsOf)) this.#remember(key, nameOf(item), release)
    }
    if (!isNewest) return
    for (const key of this.#channels.keys()) {
      if (!unknown.has(key)) this.#judgeUpserts(key, known.get(key) ?? {})
    }
  }

  /** Before the first release there was nothing. */
  judgeFirst(): void {
    for (const key of this.#channels.keys()) this.#judgeUpserts(key, {})
  }

  /** Reports what is neither live nor buried. */
  judge(): void {
    const { ledger } = this.#reader
    for (const [key, items] of this.#items) {
      const now = this.#channels.get(key)
      if (now === undefined) {
        const message = `The channel ${key} was in the feed, and is not in it any more. Nothing says that its ${String(items.size)} items were withdrawn.`
        ledger.report(indexPath, 'forgotten', message)
        continue
      }
      const live = new Set(now.items.map(({ values }) => nameOf(values)))
      for (const [name, release] of items) {
        if (live.has(name) || now.channel.gone.has(name)) continue
        const message = `Release ${String(release)} knows ${name}. It is neither live now, nor does it have a tombstone.`
        ledger.report(now.channel.indexPath, 'forgotten', message)
      }
    }
  }

  #remember(channel: string, name: string, release: number): void {
    const items = this.#items.get(channel) ?? new Map<string, number>()
    this.#items.set(channel, items)
    if (!items.has(name)) items.set(name, release)
  }

  /** A list of an earlier release; null when it is no longer held, or says nothing new. */
  async #list(path: string, digest: string | null): Promise<Json | null> {
    const name = `${path} ${String(digest)}`
    if (digest === null || this.#listsSeen.has(name)) return null
    this.#listsSeen.add(name)
    try {
      const bytes = await this.#archive.held(path, digest)
      if (bytes !== null) return recordOf(parsedJson(bytes))
      this.listsGone += 1
    } catch (error) {
      if (!(error instanceof FeedRefused)) throw error
      this.#reader.ledger.report(path, error.code, error.message)
    }
    return null
  }

  #judgeRewriting(path: string, digest: string | null, release: number): void {
    const { source, ledger } = this.#reader
    const now = source.files.get(path)?.sha256
    if (now === undefined || now === digest) return
    const message = `Release ${String(release)} was published with another list of its changes (${String(digest)}).`
    ledger.report(path, 'rewritten', message)
  }

  #judgeUpserts(key: string, before: Json): void {
    const now = this.#channels.get(key)
    if (now === undefined) return
    const digests = new Map(recordsOf(before.items).map((item) => [nameOf(item), item.digests]))
    for (const { values } of now.items) {
      const name = nameOf(values)
      const isSame = JSON.stringify(digests.get(name)) === JSON.stringify(values.digests)
      if (isSame === !now.upserts.has(name)) continue
      const message = isSame
        ? `It says that ${name} changed; it is as it was before.`
        : `It does not say that ${name} changed.`
      this.#reader.ledger.report(now.changesPath, 'changes-differ', message)
    }
  }
}
