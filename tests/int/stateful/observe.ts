import type { LogEntry } from '../../../src/domain/model/index.ts'
import { subjectName } from '../../../src/domain/model/index.ts'
import type { ReleasePlan } from '../../../src/domain/release/index.ts'
import { planRelease } from '../../../src/domain/release/index.ts'
import { contentHash, standingOf } from '../../../src/domain/review/index.ts'
import type { Review } from '../../../src/payload-types.ts'
import type { GatedDocument } from '../../../src/projection/index.ts'
import {
  loadLiveGraph,
  loadNeighbourhood,
  nameOf,
  toLogEntry,
  toSubject,
} from '../../../src/projection/index.ts'
import type { Label, Words } from './content.ts'
import { labels, slugs, wordsIn } from './content.ts'
import type { ActorName, Model } from './model.ts'
import type { World } from './world.ts'
import { keyIn } from './world.ts'

/** A text as it is stored, beside what the log says of it. */
export interface SeenText {
  readonly words: Words
  readonly hash: string
  readonly isPublished: boolean
  readonly stored: Readonly<Record<'openComments' | 'publishAt' | 'reviewStatus', unknown>> &
    Readonly<Record<'assignedTo' | 'liveStatus', unknown>>
  /** What the program derives for it. */
  readonly derived: {
    readonly state: string
    readonly signers: readonly ActorName[]
    readonly authors: readonly ActorName[]
  }
}

/** What is stored, read past every route. */
export interface Seen {
  /** Everything stored of these subjects, byte by byte, and how much was written beside them. */
  readonly bytes: ReadonlyMap<string, string>
  readonly newest: ReadonlyMap<Label, SeenText>
  readonly live: ReadonlyMap<Label, SeenText>
  readonly plan: ReleasePlan
}

const all = { limit: 0, pagination: false } as const

const gated = ['studies', 'disclaimers', 'claims', 'therapies'] as const

type Slug = (typeof gated)[number]

interface Rows {
  readonly main: readonly GatedDocument[]
  readonly newest: readonly GatedDocument[]
}

/** Reads all of it; what has not changed since the last time is not looked at again. */
export async function observe(world: World, before: Seen | undefined): Promise<Seen> {
  const rows = new Map<Slug, Rows>()
  for (const slug of gated) rows.set(slug, await readRows(world, slug))
  const bytes = bytesOf(rows)
  for (const collection of ['texts', 'releases', 'payload-jobs'] as const) {
    bytes.set(collection, String((await world.payload.db.count({ collection })).totalDocs))
  }
  if (before !== undefined && isSame(bytes, before.bytes)) return before
  const newest = new Map<Label, SeenText>()
  const live = new Map<Label, SeenText>()
  for (const [slug, found] of rows) await look(world, slug, found, { newest, live })
  const { graph } = await loadLiveGraph({ payload: world.payload })
  return { bytes, newest, live, plan: planRelease(graph, new Date()) }
}

async function readRows({ payload: { db } }: World, collection: Slug): Promise<Rows> {
  const main = await db.find<GatedDocument>({ ...all, collection })
  const versions = await db.findVersions<GatedDocument>({
    ...all,
    collection,
    where: { latest: { equals: true } },
  })
  return {
    main: main.docs,
    newest: versions.docs.map(({ parent, version }) => ({ ...version, id: String(parent) })),
  }
}

function bytesOf(rows: ReadonlyMap<Slug, Rows>): Map<string, string> {
  const bytes = new Map<string, string>()
  for (const { main, newest } of rows.values()) {
    for (const document of main) bytes.set(`${String(document.id)} main`, JSON.stringify(document))
    for (const document of newest) {
      bytes.set(`${String(document.id)} newest`, JSON.stringify(document))
    }
  }
  return bytes
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, text]) => other.get(name) === text)
}

async function look(
  world: World,
  slug: Slug,
  { main, newest }: Rows,
  seen: { newest: Map<Label, SeenText>; live: Map<Label, SeenText> },
): Promise<void> {
  const published = main.filter((document) => document['_status'] === 'published')
  const documents = [...newest, ...published]
  if (documents.length === 0) return
  const { graph, keys } = await loadNeighbourhood({ payload: world.payload }, slug, documents)
  const labelOf = (id: unknown): Label =>
    labels.find((label) => world.ids.get(label) === String(id)) ?? 't'
  const text = (document: GatedDocument): SeenText => {
    const subject = toSubject(slug, document, keys)
    const { openComments, publishAt, reviewStatus, assignedTo, liveStatus } = document as Record<
      string,
      unknown
    >
    const { reviewState, approvals, authors } = standingOf(subject, graph, new Date())
    return {
      words: wordsIn(document, labelOf),
      hash: contentHash(subject, graph),
      isPublished: document['_status'] === 'published',
      stored: { openComments, publishAt, reviewStatus, assignedTo, liveStatus },
      derived: {
        state: reviewState,
        signers: approvals.map(({ actor }) => world.actorOf(actor.key)).sort(),
        authors: authors.map(({ key }) => world.actorOf(key)).sort(),
      },
    }
  }
  for (const document of newest) seen.newest.set(labelOf(document.id), text(document))
  for (const document of published) seen.live.set(labelOf(document.id), text(document))
}

/** All that is recorded, oldest first. */
export async function wholeLog({ payload }: World): Promise<readonly LogEntry[]> {
  const { docs } = await payload.db.find<Review>({
    ...all,
    collection: 'reviews',
    sort: 'sequence',
  })
  return docs.map(toLogEntry)
}

/** The label of a public name; undefined for what another sequence left in the log. */
export function labelOfName(world: World, name: string): Label | undefined {
  return labels.find((label) => nameOf(slugs[label], keyIn(world, label)) === name)
}

/** Labels of what a plan lets out, by the names of its items. */
export function releasedLabels(world: World, { channels }: ReleasePlan): ReadonlySet<Label> {
  return new Set(
    channels.flatMap(({ items }) =>
      items.flatMap((item) => labelOfName(world, subjectName(item)) ?? []),
    ),
  )
}

/**
 * Labels and hashes of what a release would let out now, and why the rest is not there: what has to
 * be told apart from before.
 */
export function releasedTexts(world: World, model: Model, seen: Seen): string {
  const released = [...releasedLabels(world, seen.plan)].sort()
  const absent = labels.filter((label) => !released.includes(label))
  // Disclaimers are no items of their own: they stand in those of others.
  const texts = [...released, 'd' as const].map((label) => [label, seen.live.get(label)?.hash])
  return JSON.stringify([texts, absent.map((label) => [label, model.liveState(label)])])
}

/** Whether the program will make a release by itself. */
export async function isReleaseQueued({ payload }: World): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'payload-jobs',
    where: { and: [{ taskSlug: { equals: 'release' } }, { hasError: { not_equals: true } }] },
  })
  return totalDocs > 0
}
