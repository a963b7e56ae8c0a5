import type { GatedSlug } from '../../../src/projection/index.ts'
import { knownSubjects } from '../../../src/domain/model/index.ts'
import { planRelease } from '../../../src/domain/release/index.ts'
import { contentHash } from '../../../src/domain/review/index.ts'
import { gatedSlugs, loadLiveGraph } from '../../../src/projection/index.ts'
import type { Fields } from './attack.ts'
import type { World } from './world.ts'

/** What is stored, read directly from the database, so that two moments can be compared. */
export interface Snapshot {
  /** Main-table documents that are live, by collection and id. */
  readonly live: ReadonlyMap<string, string>
  /** What their reviews say of them, for lists. */
  readonly reviewed: ReadonlyMap<string, string>
  /** When each document, and the newest version of each, was last written. */
  readonly stored: ReadonlyMap<string, string>
}

/** Reads what is live in full, and of the rest when it was written. */
export async function takeSnapshot({ payload }: World): Promise<Snapshot> {
  const live = new Map<string, string>()
  const reviewed = new Map<string, string>()
  const stored = new Map<string, string>()
  for (const slug of gatedSlugs) {
    const all = { collection: slug, limit: 0, pagination: false } as const
    const published = { _status: { equals: 'published' } }
    const main = await payload.db.find<Fields>({ ...all, where: published })
    for (const document of main.docs) {
      live.set(nameIn(slug, document['id']), words(document))
      reviewed.set(nameIn(slug, document['id']), review(document))
    }
    const dates = await payload.db.find<Fields>({ ...all, select: { updatedAt: true } })
    for (const { id, updatedAt } of dates.docs) stored.set(nameIn(slug, id), String(updatedAt))
    const newest = await payload.db.findVersions<Fields>({
      ...all,
      where: { latest: { equals: true } },
      select: { parent: true, updatedAt: true },
    })
    for (const { id, parent, updatedAt } of newest.docs) {
      stored.set(`${nameIn(slug, parent)} newest`, `${id} ${updatedAt}`)
    }
  }
  return { live, reviewed, stored }
}

/** What a release would consist of now, and the words of all of it. */
export async function takePlan({ payload }: World): Promise<string> {
  const { graph } = await loadLiveGraph({ payload })
  const plan = planRelease(graph, new Date())
  const texts = knownSubjects(graph).flatMap(({ subject, isLive }) =>
    isLive ? contentHash(subject, graph) : [],
  )
  return JSON.stringify([plan, texts], (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  )
}

const nameIn = (slug: GatedSlug, id: unknown) => `${slug} ${String(id)}`

/** What a review says of a text is stored beside its words. */
const reviewFields = new Set([
  'reviewStatus',
  'reviewDue',
  'assignedTo',
  'reviewBy',
  'openComments',
  'publishAt',
])

/** A draft written beside moves the date of the live document and nothing else of it. */
function words(document: Fields): string {
  const isWord = (field: string) => field !== 'updatedAt' && !reviewFields.has(field)
  return JSON.stringify(Object.entries(document).filter(([field]) => isWord(field)))
}

function review(document: Fields): string {
  return JSON.stringify(Object.entries(document).filter(([field]) => reviewFields.has(field)))
}

/** Names of what differs between two moments. */
export function differences(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  const names = new Set([...one.keys(), ...other.keys()])
  return [...names].filter((name) => one.get(name) !== other.get(name))
}
