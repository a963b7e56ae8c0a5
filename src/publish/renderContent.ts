import type { SubjectName } from '../domain/model/index.ts'
import { knownIn, subjectName } from '../domain/model/index.ts'
import type { Withheld } from '../domain/release/index.ts'
import { planRelease } from '../domain/release/index.ts'
import { env } from '../env.ts'
import type { ChannelChange, FeedKind, Occasion } from '../feeds/index.ts'
import {
  datedItem,
  emptyLists,
  indexItem,
  itemPaths,
  mediaPath,
  nextLists,
  referencesOf,
} from '../feeds/index.ts'
import type { GatedSlug, LoadedGraph, Reader } from '../projection/index.ts'
import { loadLiveNeighbourhood, nameOf } from '../projection/index.ts'
import { eachConcurrently } from '../store/index.ts'
import { atOnce } from './atOnce.ts'
import type { ContentState } from './contentState.ts'
import { allWithheld } from './contentState.ts'
import type { KeySets } from './keySets.ts'
import { renderPool } from './renderWorkers/index.ts'
import type { Chunk, RenderedChunk, WrittenForm } from './renderWorkers/index.ts'
import type { RecentForms } from './recentForms.ts'
import type { SnapshotMedia } from './snapshotMedia.ts'
import { snapshotMedia } from './snapshotMedia.ts'

/** Where rendered files go, one by one: a release is never held as a whole. */
export interface Sink {
  readonly file: (file: WrittenForm, sha256: string) => Promise<void>
  readonly media: (path: string, file: SnapshotMedia) => Promise<void>
  /** Told of every path at which an item that was looked at does not stand. */
  readonly absent: (path: string) => void
}

export interface RenderOptions extends Pick<Occasion, 'release' | 'now'> {
  readonly sink: Sink
  readonly forms: RecentForms
}

const kinds = {
  therapies: 'therapy',
  articles: 'article',
  claims: 'claim',
  studies: 'study',
} as const satisfies Partial<Record<GatedSlug, FeedKind>>
const rendered = Object.keys(kinds) as readonly (keyof typeof kinds)[]

/** One chunk is read while others are being rendered and stored. */
const chunksAtOnce = 3

/**
 * Renders what is wanted, hands its files on, and brings the lists of each channel up to date.
 */
export async function renderContent(
  reader: Reader,
  wanted: KeySets,
  state: ContentState,
  { release, now, sink, forms }: RenderOptions,
): Promise<void> {
  const changes = new Map<string, Change>()
  const withheld = allWithheld(state)
  const names = wanted.names()
  const pool = renderPool({ items: names.size })
  const chunks = rendered.flatMap((slug) =>
    [...wanted.parts(slug, atOnce[slug])].map((keys) => ({ slug, keys })),
  )
  try {
    await eachConcurrently(chunks, chunksAtOnce, async ({ slug, keys }) => {
      const loaded = await loadLiveNeighbourhood(reader, slug, keys, slug === 'studies')
      noteDeparted(slug, keys, loaded, state)
      const media = snapshotMedia(loaded.media)
      const chunk = chunkOf(slug, keys, loaded, media, { state, withheld, now })
      const done = await pool.render(chunk)
      await handOn(done, media, sink)
      takeIn(done, chunk, { changes, state, now, forms })
    })
  } finally {
    await pool.close()
  }
  for (const [key, change] of changes) {
    const previous = state.lists.get(key) ?? emptyLists
    const isAffected = (name: SubjectName) => names.has(name)
    const logOf = (name: SubjectName) => state.departed.get(name) ?? []
    const occasion = { release, now, withheld, logOf }
    const lists = nextLists(previous, { ...change, isAffected }, occasion)
    state.lists.set(key, lists)
    for (const path of pathsWithout(wanted, key, lists.entries)) sink.absent(path)
    noteRefusals(key, names, change, state)
  }
}

interface Change extends Pick<ChannelChange, 'channel'> {
  readonly items: ChannelChange['items'][number][]
  readonly references: ChannelChange['references'][number][]
  readonly refusals: ChannelChange['refusals'][number][]
}

/** What rendered items are taken into. */
interface Intake extends Pick<RenderOptions, 'now' | 'forms'> {
  readonly changes: Map<string, Change>
  readonly state: ContentState
}

interface Knowledge {
  readonly state: ContentState
  readonly withheld: readonly Withheld[]
  readonly now: Date
}

/** What is to be rendered of some texts, with all that it is rendered from. */
function chunkOf(
  slug: GatedSlug,
  keys: readonly string[],
  { graph }: LoadedGraph,
  media: readonly SnapshotMedia[],
  { state, withheld, now }: Knowledge,
): Chunk {
  const names = new Set(keys.map((key) => nameOf(slug, key)))
  // Only a page that is asked about is read as its channel has it.
  const isPage = slug === 'therapies' || slug === 'articles'
  const isOpen = (name: SubjectName) => isPage && names.has(name)
  const plan = planRelease(graph, now, { isOpen, withheld: state.withheld })
  return {
    input: {
      publisher: env.publisher,
      graph,
      plan: { ...plan, withheld },
      media: new Map(
        media.map(({ sha256, contentType, extension, bytes }) => [
          sha256,
          { contentType, extension, bytes },
        ]),
      ),
      now,
    },
    wanted: plan.channels.map(({ channel, items }) => ({
      channel: channel.key,
      names: items.filter((item) => names.has(subjectName(item))),
    })),
  }
}

async function handOn(
  { items }: RenderedChunk,
  media: readonly SnapshotMedia[],
  sink: Sink,
): Promise<void> {
  const shown = new Set<string>()
  for (const { json, markdown, digests, media: own } of items) {
    await sink.file(json, digests.json)
    await sink.file(markdown, digests.markdown)
    for (const sha256 of own) shown.add(sha256)
  }
  for (const file of media) {
    if (shown.has(file.sha256)) await sink.media(mediaPath(file.sha256, file.extension), file)
  }
}

function takeIn(
  { items, refusals }: RenderedChunk,
  { input, wanted }: Chunk,
  { changes, state, now, forms }: Intake,
): void {
  for (const { channel: key, names } of wanted) {
    const channel = input.graph.channels.get(key)
    if (channel === undefined) continue
    const change = changes.get(key) ?? { channel, items: [], references: [], refusals: [] }
    changes.set(key, change)
    const own = items.filter((item) => item.channel === key)
    const dated = datedItem(state.lists.get(key) ?? emptyLists, { now })
    for (const item of own) {
      const listed = dated(indexItem(item, input))
      change.items.push(listed)
      forms.add(listed, item)
    }
    change.references.push(
      ...referencesOf(names, (study) => input.graph.studies.get(study)?.subject),
    )
    change.refusals.push(...refusals.filter((refusal) => refusal.channel === key))
  }
}

function* pathsWithout(
  wanted: KeySets,
  channel: string,
  entries: ReadonlyMap<SubjectName, unknown>,
): Generator<string> {
  for (const slug of rendered) {
    for (const key of wanted.of(slug)) {
      if (entries.has(nameOf(slug, key))) continue
      yield* Object.values(itemPaths(channel, { kind: kinds[slug], key }))
    }
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
    const name = `${channel}/${kind}/${key}`
    refusals.set(name, { place: `${name}: ${place}`, message })
  }
}
