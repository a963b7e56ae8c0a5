import type { PayloadRequest, Where } from 'payload'
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
import { installedPolicy } from './installedPolicy.ts'
import type { Keys } from './keys.ts'
import { idOf, unknownKey } from './keys.ts'
import { findNames } from './findNames.ts'
import type { Row } from './keptRows.ts'
import type { GatedDocument, GatedSlug, ReferredSlug } from './kinds.ts'
import { gatedSlugs, kindOf, nameOf } from './kinds.ts'
import type { Reader } from './reader.ts'
import { mediaIdsIn, referencesIn } from './references.ts'
import { toChannel } from './toChannel.ts'
import { toLogEntry } from './toLogEntry.ts'
import { toSubject } from './toSubject.ts'

/** A graph and the key lookup it was made with. */
export interface LoadedGraph {
  readonly graph: Graph
  readonly keys: Keys
  /** The images that stand in the texts. */
  readonly media: readonly Media[]
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
  const wanted = new Wanted()
  for (const root of roots) {
    wanted.note(slug, root)
    if (root.id !== undefined) wanted.add(slug, String(root.id))
  }
  return loadWanted(
    reader,
    rows,
    wanted,
    roots.map((root) => nameOf(slug, keyIn(root))),
  )
}

/**
 * The neighbourhood of the live texts among some subjects of one kind, for a release that is planned
 * in parts.
 *
 * @param withCiting - beside studies stand all live claims that cite them; what those lean on is left
 *   out
 */
export async function loadLiveNeighbourhood(
  reader: Reader,
  slug: GatedSlug,
  keys: readonly string[],
  withCiting = false,
): Promise<LoadedGraph> {
  const rows = emptyRows()
  const wanted = new Wanted()
  for (const row of await readMain(reader, slug, {
    and: [{ _status: { equals: 'published' } }, { key: { in: [...keys] } }],
  })) {
    rows[slug].set(row.id, row)
    wanted.note(slug, row.document)
  }
  return loadWanted(
    reader,
    rows,
    wanted,
    keys.map((key) => nameOf(slug, key)),
    withCiting ? [...rows.studies.keys()] : [],
  )
}

/** Reads what is wanted, what the claims among it lean on, and the log of all of it. */
async function loadWanted(
  reader: Reader,
  rows: Rows,
  wanted: Wanted,
  named: readonly SubjectName[],
  citedIds: readonly string[] = [],
): Promise<LoadedGraph> {
  await readRows(reader, rows, 'claims', wanted.of('claims'))
  for (const { document } of rows.claims.values()) wanted.note('claims', document)
  await readLive(reader, rows, 'disclaimers')
  const channels = await readChannels(reader)
  wanted.noteChannels(channels)
  for (const each of gatedSlugs) await readRows(reader, rows, each, wanted.of(each))
  for (const each of pageSlugs) {
    for (const { document } of rows[each].values()) wanted.noteMedia(document)
  }
  const logged = [
    ...named,
    ...gatedSlugs.flatMap((each) =>
      [...rows[each].values()].map(({ document }) => nameOf(each, keyIn(document))),
    ),
  ]
  if (citedIds.length > 0) await readCiting(reader, rows, citedIds)
  const log = await readLogOf(reader, new Set(logged))
  return assemble(reader, rows, channels, await readMedia(reader, wanted.of('media')), log)
}

/** A document by its collection and database id. */
export interface DocumentName {
  readonly slug: GatedSlug
  readonly id: string
}

/**
 * Everything that is live and what it refers to, with the whole log: what a release is planned from.
 *
 * @param also - documents to load beside it, live or not
 */
export async function loadLiveGraph(
  reader: Reader,
  also: readonly DocumentName[] = [],
): Promise<LoadedGraph> {
  return loadLive(reader, () => readLog(reader), also)
}

/** The same without the log, for those who read that in another way. */
export async function loadLiveTexts(reader: Reader): Promise<LoadedGraph> {
  return loadLive(reader, () => Promise.resolve([]))
}

async function loadLive(
  reader: Reader,
  log: () => Promise<readonly LogEntry[]>,
  also: readonly DocumentName[] = [],
): Promise<LoadedGraph> {
  const rows = emptyRows()
  const wanted = new Wanted()
  for (const { slug, id } of also) wanted.add(slug, id)
  for (const slug of gatedSlugs) {
    await readLive(reader, rows, slug)
    for (const { document } of rows[slug].values()) wanted.note(slug, document)
  }
  const channels = await readChannels(reader)
  wanted.noteChannels(channels)
  // What is referred to and not live any more still has a key, and a place that says it is gone.
  await readRows(reader, rows, 'claims', wanted.of('claims'))
  for (const { document } of rows.claims.values()) wanted.note('claims', document)
  for (const slug of gatedSlugs) await readRows(reader, rows, slug, wanted.of(slug))
  for (const slug of pageSlugs) {
    for (const { document } of rows[slug].values()) wanted.noteMedia(document)
  }
  const media = await readMedia(reader, wanted.of('media'))
  return assemble(reader, rows, channels, media, await log())
}

const pageSlugs = ['therapies', 'articles'] as const

/** Database ids that documents refer to, by collection. */
class Wanted {
  private readonly ids = new Map<ReferredSlug, Set<string>>()

  of(slug: ReferredSlug): readonly string[] {
    return [...(this.ids.get(slug) ?? [])]
  }

  add(slug: ReferredSlug, id: string): void {
    // MongoDB answers an id of another shape with an error instead of nothing.
    if (!/^([0-9a-f]{24}|[0-9a-f-]{36})$/i.test(id)) return
    const known = this.ids.get(slug)
    if (known === undefined) this.ids.set(slug, new Set([id]))
    else known.add(id)
  }

  note(slug: GatedSlug, document: GatedDocument): void {
    for (const { to, id } of referencesIn(slug, document)) this.add(to, id)
  }

  noteMedia(document: GatedDocument): void {
    for (const id of mediaIdsIn(document)) this.add('media', id)
  }

  noteChannels(channels: readonly ChannelDocument[]): void {
    for (const { slots } of channels) {
      for (const { when } of slots ?? []) {
        for (const therapy of when?.therapies ?? []) this.add('therapies', idOf(therapy) ?? '')
      }
    }
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

/** Live text where there is one, the newest draft otherwise. */
async function readRows(
  reader: Reader,
  rows: Rows,
  slug: GatedSlug,
  ids: readonly string[],
): Promise<void> {
  const { payload, req, tellRead, kept } = reader
  const missing: string[] = []
  for (const id of ids) {
    if (rows[slug].has(id)) continue
    const known = kept?.row(slug, id)
    if (known === undefined) missing.push(id)
    else rows[slug].set(id, known)
  }
  if (missing.length === 0) return
  const drafts: string[] = []
  for (const row of await readMain(reader, slug, { id: { in: missing } })) {
    if (row.isLive || row.problem !== undefined) {
      rows[slug].set(row.id, row)
      kept?.keepRow(slug, row.id, row)
    } else drafts.push(row.id)
  }
  if (drafts.length === 0) return
  const newest = await payload.db.queryDrafts<GatedDocument & { id: string }>({
    ...all,
    collection: slug,
    where: { parent: { in: drafts } },
    ...joined(req),
  })
  tellRead?.(newest.docs.length)
  for (const document of newest.docs) {
    rows[slug].set(document.id, { document, isLive: false })
  }
}

/** The live claims that cite some studies. */
async function readCiting(reader: Reader, rows: Rows, studies: readonly string[]): Promise<void> {
  const named = await findNames(reader, 'claims', {
    and: [{ _status: { equals: 'published' } }, { 'citations.study': { in: [...studies] } }],
  })
  const ids = named.map(({ id }) => String(id))
  await readRows(reader, rows, 'claims', ids)
}

async function readLive(reader: Reader, rows: Rows, slug: GatedSlug): Promise<void> {
  const isLive = { _status: { equals: 'published' } }
  for (const row of await readMain(reader, slug, isLive)) rows[slug].set(row.id, row)
}

/** Rows of the main table. One that the database cannot hand over does not keep the others back. */
async function readMain(
  { payload, req, tellUnreadable, tellRead }: Reader,
  slug: GatedSlug,
  where: Where,
): Promise<readonly (Row & { readonly id: string })[]> {
  const find = (some: Where, select?: Record<string, true>) =>
    payload.db.find<GatedDocument>({
      ...all,
      collection: slug,
      where: some,
      ...(select === undefined ? {} : { select }),
      ...joined(req),
    })
  const asRow = (document: GatedDocument) => ({
    id: String(document.id),
    document,
    isLive: document['_status'] === 'published',
  })
  try {
    const { docs } = await find(where)
    tellRead?.(docs.length)
    return docs.map(asRow)
  } catch (error) {
    if (tellUnreadable === undefined) throw error
  }
  const listed = await find(where, { key: true, _status: true })
  return Promise.all(
    listed.docs.map(async (stub) => {
      try {
        const { docs } = await find({ id: { equals: stub.id } })
        return asRow(docs[0] ?? stub)
      } catch (error) {
        return { ...asRow(stub), problem: reasonOf(error) }
      }
    }),
  )
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function readChannels({ payload, req, tellRead }: Reader): Promise<ChannelDocument[]> {
  const found = await payload.db.find<ChannelDocument>({
    ...all,
    collection: 'channels',
    ...joined(req),
  })
  tellRead?.(found.docs.length)
  return found.docs
}

async function readMedia(
  { payload, req, tellRead }: Reader,
  ids: readonly string[],
): Promise<Media[]> {
  if (ids.length === 0) return []
  const found = await payload.db.find<Media>({
    ...all,
    collection: 'media',
    where: { id: { in: [...ids] } },
    ...joined(req),
  })
  tellRead?.(found.docs.length)
  return found.docs
}

/** The log of some subjects. */
async function readLogOf(
  reader: Reader,
  subjects: ReadonlySet<SubjectName>,
): Promise<readonly LogEntry[]> {
  const { kept } = reader
  const known: LogEntry[] = []
  const missing = new Map<SubjectName, LogEntry[]>()
  for (const subject of subjects) {
    const before = kept?.log(subject)
    if (before === undefined) missing.set(subject, [])
    else known.push(...before)
  }
  if (missing.size === 0) return known
  const read = await readLog(reader, { subject: { in: [...missing.keys()] } })
  for (const entry of read) missing.get(entry.subject)?.push(entry)
  for (const [subject, entries] of missing) kept?.keepLog(subject, entries)
  return [...known, ...read]
}

async function readLog({ payload, req, tellRead }: Reader, where: Where = {}): Promise<LogEntry[]> {
  const found = await payload.db.find<Review>({
    ...all,
    collection: 'reviews',
    where,
    sort: 'sequence',
    ...joined(req),
  })
  tellRead?.(found.docs.length)
  return found.docs.map(toLogEntry)
}

const all = { limit: 0, pagination: false } as const

function joined(req: Partial<PayloadRequest> | undefined): { req?: Partial<PayloadRequest> } {
  return req === undefined ? {} : { req }
}

function assemble(
  reader: Reader,
  rows: Rows,
  channelDocuments: readonly ChannelDocument[],
  media: readonly Media[],
  entries: readonly LogEntry[],
): LoadedGraph {
  const keyById = new Map<string, string>()
  for (const slug of gatedSlugs) {
    for (const [id, { document }] of rows[slug]) {
      keyById.set(id, keyIn(document))
    }
  }
  for (const channel of channelDocuments) keyById.set(channel.id, channel.key)
  const mediaById = new Map(media.map((file) => [file.id, file]))
  const keys: Keys = {
    of: (reference) => keyById.get(idOf(reference) ?? '') ?? unknownKey,
    holds: (slug, id) =>
      slug === 'media'
        ? typeof mediaById.get(id)?.sha256 === 'string'
        : slug === 'channels'
          ? channelDocuments.some((channel) => channel.id === id)
          : rows[slug].has(id),
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
    graph: {
      studies: known(reader, 'study', rows.studies, keys),
      claims: known(reader, 'claim', rows.claims, keys),
      therapies: known(reader, 'therapy', rows.therapies, keys),
      articles: known(reader, 'article', rows.articles, keys),
      conditions: known(reader, 'condition', rows.conditions, keys),
      disclaimers: known(reader, 'disclaimer', rows.disclaimers, keys),
      channels: new Map(channels.map((channel): [string, Channel] => [channel.key, channel])),
      log,
      ...installedPolicy(reader.payload),
    },
  }
}

function known<K extends SubjectKind>(
  { tellUnreadable }: Reader,
  kind: K,
  rows: ReadonlyMap<string, Row>,
  keys: Keys,
): Map<string, Known<SubjectOf<K>>> {
  const slug = gatedSlugs.find((each) => kindOf(each) === kind)
  const found = new Map<string, Known<SubjectOf<K>>>()
  if (slug === undefined) return found
  for (const { document, isLive, problem } of rows.values()) {
    try {
      if (problem !== undefined) throw new Error(problem)
      const subject = toSubject(slug, document, keys) as SubjectOf<K>
      if (tellUnreadable !== undefined && found.has(subject.key)) {
        throw new Error('there are two of this name')
      }
      found.set(subject.key, { subject, isLive })
    } catch (error) {
      if (tellUnreadable === undefined) throw error
      if (isLive) tellUnreadable(nameOf(slug, keyIn(document)), reasonOf(error))
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The key of a document; a draft on its way may have none yet. */
function keyIn(document: GatedDocument): string {
  const { key } = document as { key?: unknown }
  return typeof key === 'string' ? key : ''
}

function extensionOf(filename: string): string {
  return /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? 'bin'
}
