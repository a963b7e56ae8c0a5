import type { SubjectName } from '../domain/model/index.ts'
import { knownIn } from '../domain/model/index.ts'
import { planRelease } from '../domain/release/index.ts'
import { env } from '../env.ts'
import type { ChannelChange, FeedFile, FeedKind, Occasion, RenderedPart } from '../feeds/index.ts'
import { emptyLists, itemPaths, mediaPath, nextLists, renderPart } from '../feeds/index.ts'
import type { GatedSlug, LoadedGraph, Reader } from '../projection/index.ts'
import { loadLiveNeighbourhood, nameOf } from '../projection/index.ts'
import type { ContentState } from './contentState.ts'
import { allWithheld } from './contentState.ts'
import type { KeySets } from './keySets.ts'
import type { SnapshotMedia } from './snapshotMedia.ts'
import { snapshotMedia } from './snapshotMedia.ts'

/** Where rendered files go, one by one: a release is never held as a whole. */
export interface Sink {
  readonly file: (file: FeedFile) => Promise<void>
  readonly media: (path: string, file: SnapshotMedia) => Promise<void>
  /** Told of every path at which an item that was looked at does not stand. */
  readonly absent: (path: string) => void
}

const atOnce = 50
const kinds = {
  therapies: 'therapy',
  articles: 'article',
  claims: 'claim',
  studies: 'study',
} as const satisfies Partial<Record<GatedSlug, FeedKind>>
const rendered = Object.keys(kinds) as readonly (keyof typeof kinds)[]

/**
 * Renders what is wanted, hands its files on, and brings the lists of each channel up to date.
 *
 * @param release - number of the release that is being made
 */
export async function renderContent(
  reader: Reader,
  wanted: KeySets,
  state: ContentState,
  occasion: Pick<Occasion, 'release' | 'now'>,
  sink: Sink,
): Promise<void> {
  const changes = new Map<string, Change>()
  const withheld = allWithheld(state)
  for (const slug of rendered) {
    for (const keys of wanted.parts(slug, atOnce)) {
      const loaded = await loadLiveNeighbourhood(reader, slug, keys)
      noteDeparted(slug, keys, loaded, state)
      for (const channel of loaded.graph.channels.values()) {
        if (!changes.has(channel.key)) changes.set(channel.key, noChange(channel))
      }
      const files = snapshotMedia(loaded.media)
      for (const part of partsOf(slug, keys, loaded, files, state, withheld, occasion.now)) {
        await handOn(part, files, sink)
        const change = changes.get(part.channel)
        change?.items.push(...part.items)
        change?.references.push(...part.references)
        change?.refusals.push(...part.refusals)
      }
    }
  }
  const names = wanted.names()
  for (const [key, change] of changes) {
    const previous = state.lists.get(key) ?? emptyLists
    const isAffected = (name: SubjectName) => names.has(name)
    const logOf = (name: SubjectName) => state.departed.get(name) ?? []
    const lists = nextLists(previous, { ...change, isAffected }, { ...occasion, withheld, logOf })
    state.lists.set(key, lists)
    for (const slug of rendered) {
      for (const itemKey of wanted.of(slug)) {
        const name = nameOf(slug, itemKey)
        if (lists.entries.has(name)) continue
        const { json, markdown } = itemPaths(key, { kind: kinds[slug], key: itemKey })
        sink.absent(json)
        sink.absent(markdown)
      }
    }
    noteRefusals(key, names, change, state)
  }
}

interface Change extends Pick<ChannelChange, 'channel'> {
  readonly items: ChannelChange['items'][number][]
  readonly references: ChannelChange['references'][number][]
  readonly refusals: ChannelChange['refusals'][number][]
}

function noChange(channel: ChannelChange['channel']): Change {
  return { channel, items: [], references: [], refusals: [] }
}

function partsOf(
  slug: GatedSlug,
  keys: readonly string[],
  { graph }: LoadedGraph,
  media: readonly SnapshotMedia[],
  { withheld: known }: ContentState,
  withheld: ReturnType<typeof allWithheld>,
  now: Date,
): readonly RenderedPart[] {
  const names = new Set(keys.map((key) => nameOf(slug, key)))
  // Only a page that is asked about is read as its channel has it.
  const isPage = slug === 'therapies' || slug === 'articles'
  const isOpen = (name: SubjectName) => isPage && names.has(name)
  const plan = planRelease(graph, now, { isOpen, withheld: known })
  return renderPart({
    publisher: env.publisher,
    graph,
    plan: { ...plan, withheld },
    media: new Map(media.map((file) => [file.sha256, file])),
    now,
    wanted: names,
  })
}

async function handOn(
  part: RenderedPart,
  media: readonly SnapshotMedia[],
  sink: Sink,
): Promise<void> {
  for (const file of part.files) await sink.file(file)
  for (const file of media) {
    if (!part.media.includes(file.sha256)) continue
    await sink.media(mediaPath(file.sha256, file.extension), file)
  }
}

function noteDeparted(
  slug: GatedSlug,
  keys: readonly string[],
  { graph }: LoadedGraph,
  { departed }: ContentState,
): void {
  for (const key of keys) {
    const name = nameOf(slug, key)
    if (knownIn(graph, name)?.isLive === true) departed.delete(name)
    else departed.set(name, graph.log.get(name) ?? [])
  }
}

function noteRefusals(
  channel: string,
  names: ReadonlySet<SubjectName>,
  { refusals: found }: Change,
  { refusals }: ContentState,
): void {
  for (const name of names) refusals.delete(`${channel}/${name}`)
  for (const { kind, key, place, message } of found) {
    refusals.set(`${channel}/${kind}/${key}`, { place: `${channel}/${kind}/${key}: ${place}`, message })
  }
}
