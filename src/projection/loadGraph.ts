import type { BasePayload, PayloadRequest, Where } from 'payload'
import type {
  Channel,
  Graph,
  Known,
  LogEntry,
  SubjectKind,
  SubjectName,
  SubjectOf,
} from '../domain/model/index.ts'
import type { Channel as ChannelDocument, Media, Review } from '../payload-types.ts'
import type { Keys, Reference } from './keys.ts'
import { idOf, unknownKey } from './keys.ts'
import type { GatedDocument, GatedSlug } from './kinds.ts'
import { gatedSlugs, kindOf, nameOf } from './kinds.ts'
import { claimIdsIn, mediaIdsIn } from './references.ts'
import { toChannel } from './toChannel.ts'
import { toLogEntry } from './toLogEntry.ts'
import { toSubject } from './toSubject.ts'

/** What to read with: the request carries the transaction, so that a hook sees its own writes. */
export interface Reader {
  readonly payload: BasePayload
  readonly req?: Partial<PayloadRequest>
}

/** A graph, the key lookup it was made with, and the database ids of its subjects. */
export interface LoadedGraph {
  readonly graph: Graph
  readonly keys: Keys
  readonly idOf: (name: SubjectName) => string | undefined
  /** The images that stand in the texts. */
  readonly media: readonly Media[]
}

interface Row {
  readonly document: GatedDocument
  readonly isLive: boolean
}

type Rows = Record<GatedSlug, Map<string, Row>>

/**
 * The neighbourhood of some documents: what they cite, refer to and stand beside, with the log of
 * each. Reads in a fixed number of queries, whatever the size of the corpus.
 *
 * @param roots - documents as they are or would be; they need not be stored
 */
export async function loadNeighbourhood(
  reader: Reader,
  slug: GatedSlug,
  roots: readonly GatedDocument[],
): Promise<LoadedGraph> {
  const rows = emptyRows()
  const wanted = emptyReferences()
  const note = (document: GatedDocument) => {
    noteReferences(document, slug, wanted)
  }

  for (const root of roots) note(root)
  const ids = roots.flatMap((root) => (root.id === undefined ? [] : [String(root.id)]))
  await readRows(reader, rows, slug, ids)
  await readRows(reader, rows, 'claims', [...wanted.claims])
  for (const { document } of rows.claims.values()) note(document)
  await readRows(reader, rows, 'studies', [...wanted.studies])
  await readRows(reader, rows, 'conditions', [...wanted.conditions])
  await readRows(reader, rows, 'articles', [...wanted.articles])
  await readLive(reader, rows, 'disclaimers')
  const channels = await readChannels(reader)
  for (const channel of channels) {
    for (const slot of channel.slots ?? []) {
      for (const id of (slot.when?.therapies ?? []).map(idOf))
        if (id !== undefined) wanted.therapies.add(id)
    }
  }
  await readRows(reader, rows, 'therapies', [...wanted.therapies])

  const rootKeys = roots.map((root) => nameOf(slug, String(root['key'] ?? '')))
  const logged = [
    ...rootKeys,
    ...gatedSlugs.flatMap((each) =>
      [...rows[each].values()].map(({ document }) => nameOf(each, String(document['key']))),
    ),
  ]
  const log = await readLog(reader, { subject: { in: [...new Set(logged)] } })
  for (const each of ['therapies', 'articles'] as const) {
    for (const { document } of rows[each].values()) {
      for (const id of mediaIdsIn(document)) wanted.media.add(id)
    }
  }
  return assemble(rows, channels, await readMedia(reader, [...wanted.media]), log)
}

/**
 * Everything that is live and what it refers to, with the whole log: what a release is planned from.
 */
export async function loadLiveGraph(reader: Reader): Promise<LoadedGraph> {
  const rows = emptyRows()
  const wanted = emptyReferences()
  for (const slug of gatedSlugs) {
    await readLive(reader, rows, slug)
    for (const { document } of rows[slug].values()) noteReferences(document, slug, wanted)
  }
  // What is referred to and not live any more still has a key, and a place that says it is gone.
  await readRows(reader, rows, 'claims', [...wanted.claims])
  for (const { document } of rows.claims.values()) noteReferences(document, 'claims', wanted)
  for (const slug of ['studies', 'conditions', 'therapies', 'articles'] as const) {
    await readRows(reader, rows, slug, [...wanted[slug]])
  }
  for (const slug of ['therapies', 'articles'] as const) {
    for (const { document } of rows[slug].values()) noteReferences(document, slug, wanted)
  }
  return assemble(
    rows,
    await readChannels(reader),
    await readMedia(reader, [...wanted.media]),
    await readLog(reader),
  )
}

/** Database ids that documents refer to. */
interface References {
  readonly claims: Set<string>
  readonly studies: Set<string>
  readonly therapies: Set<string>
  readonly articles: Set<string>
  readonly conditions: Set<string>
  readonly media: Set<string>
}

function emptyReferences(): References {
  return {
    claims: new Set(),
    studies: new Set(),
    therapies: new Set(),
    articles: new Set(),
    conditions: new Set(),
    media: new Set(),
  }
}

function noteReferences(document: GatedDocument, slug: GatedSlug, wanted: References): void {
  const note = (into: Set<string>, ids: readonly string[]) => {
    for (const id of ids) into.add(id)
  }
  note(wanted.claims, claimIdsIn(document))
  note(wanted.media, mediaIdsIn(document))
  note(wanted.studies, referencesOf(document, 'citations', 'study'))
  note(wanted.therapies, referencesOf(document, 'therapy'))
  note(wanted.therapies, referencesOf(document, 'therapies'))
  note(wanted.therapies, referencesOf(document, 'statusNotEstablished', 'therapy'))
  note(wanted.conditions, referencesOf(document, 'condition'))
  note(wanted.conditions, referencesOf(document, 'conditions'))
  if (slug === 'claims' || slug === 'articles' || slug === 'therapies') {
    note(wanted[slug], referencesOf(document, 'translationOf'))
  }
}

function emptyRows(): Rows {
  return {
    studies: new Map(),
    claims: new Map(),
    therapies: new Map(),
    articles: new Map(),
    conditions: new Map(),
    disclaimers: new Map(),
  }
}

function referencesOf(document: GatedDocument, field: string, inner?: string): string[] {
  const value = document[field]
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.flatMap((entry) => {
    const reference =
      inner === undefined ? entry : ((entry ?? {}) as Record<string, unknown>)[inner]
    const id = idOf(reference as Reference)
    return id === undefined ? [] : [id]
  })
}

/** Live text where there is one, the newest draft otherwise. */
async function readRows(
  { payload, req }: Reader,
  rows: Rows,
  slug: GatedSlug,
  ids: readonly string[],
): Promise<void> {
  const missing = ids.filter((id) => !rows[slug].has(id))
  if (missing.length === 0) return
  const where: Where = { id: { in: missing } }
  const main = await payload.db.find<GatedDocument>({
    ...all,
    collection: slug,
    where,
    ...joined(req),
  })
  const drafts: string[] = []
  for (const document of main.docs) {
    const id = String(document.id)
    if (document['_status'] === 'published') rows[slug].set(id, { document, isLive: true })
    else drafts.push(id)
  }
  if (drafts.length === 0) return
  const newest = await payload.db.queryDrafts<GatedDocument & { id: string }>({
    ...all,
    collection: slug,
    where: { parent: { in: drafts } },
    ...joined(req),
  })
  for (const document of newest.docs) {
    rows[slug].set(String(document.id), { document, isLive: false })
  }
}

async function readLive({ payload, req }: Reader, rows: Rows, slug: GatedSlug): Promise<void> {
  const live = await payload.db.find<GatedDocument>({
    ...all,
    collection: slug,
    where: { _status: { equals: 'published' } },
    ...joined(req),
  })
  for (const document of live.docs) rows[slug].set(String(document.id), { document, isLive: true })
}

async function readChannels({ payload, req }: Reader): Promise<ChannelDocument[]> {
  const found = await payload.db.find<ChannelDocument>({
    ...all,
    collection: 'channels',
    ...joined(req),
  })
  return found.docs
}

async function readMedia({ payload, req }: Reader, ids: readonly string[]): Promise<Media[]> {
  if (ids.length === 0) return []
  const found = await payload.db.find<Media>({
    ...all,
    collection: 'media',
    where: { id: { in: [...ids] } },
    ...joined(req),
  })
  return found.docs
}

async function readLog({ payload, req }: Reader, where: Where = {}): Promise<LogEntry[]> {
  const found = await payload.db.find<Review>({
    ...all,
    collection: 'reviews',
    where,
    sort: 'sequence',
    ...joined(req),
  })
  return found.docs.map(toLogEntry)
}

const all = { limit: 0, pagination: false } as const

function joined(req: Partial<PayloadRequest> | undefined): { req?: Partial<PayloadRequest> } {
  return req === undefined ? {} : { req }
}

function assemble(
  rows: Rows,
  channelDocuments: readonly ChannelDocument[],
  media: readonly Media[],
  entries: readonly LogEntry[],
): LoadedGraph {
  const keyById = new Map<string, string>()
  const idByName = new Map<SubjectName, string>()
  for (const slug of gatedSlugs) {
    for (const [id, { document }] of rows[slug]) {
      keyById.set(id, String(document['key']))
      idByName.set(nameOf(slug, String(document['key'])), id)
    }
  }
  for (const channel of channelDocuments) keyById.set(String(channel.id), channel.key)
  const mediaById = new Map(media.map((file) => [String(file.id), file]))
  const keys: Keys = {
    of: (reference) => keyById.get(idOf(reference) ?? '') ?? unknownKey,
    media: (id) => {
      const file = mediaById.get(id)
      return file?.sha256 === undefined || file.sha256 === null
        ? undefined
        : { sha256: file.sha256, alt: file.alt, extension: extensionOf(file.filename ?? '') }
    },
  }
  const log = new Map<SubjectName, LogEntry[]>()
  for (const entry of entries) {
    const known = log.get(entry.subject)
    if (known === undefined) log.set(entry.subject, [entry])
    else known.push(entry)
  }
  const channels = channelDocuments
    .map((document) => toChannel(document, keys))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    keys,
    media,
    idOf: (name) => idByName.get(name),
    graph: {
      studies: known('study', rows.studies, keys),
      claims: known('claim', rows.claims, keys),
      therapies: known('therapy', rows.therapies, keys),
      articles: known('article', rows.articles, keys),
      conditions: known('condition', rows.conditions, keys),
      disclaimers: known('disclaimer', rows.disclaimers, keys),
      channels: new Map(channels.map((channel): [string, Channel] => [channel.key, channel])),
      log,
    },
  }
}

function known<K extends SubjectKind>(
  kind: K,
  rows: ReadonlyMap<string, Row>,
  keys: Keys,
): Map<string, Known<SubjectOf<K>>> {
  const slug = gatedSlugs.find((each) => kindOf(each) === kind)
  const found = new Map<string, Known<SubjectOf<K>>>()
  if (slug === undefined) return found
  for (const { document, isLive } of rows.values()) {
    const subject = toSubject(slug, document, keys) as SubjectOf<K>
    found.set(subject.key, { subject, isLive })
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function extensionOf(filename: string): string {
  return /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? 'bin'
}
