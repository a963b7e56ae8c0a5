import type { BasePayload } from 'payload'
import { z } from 'zod'
import { logRows } from '../audit/index.ts'
import { chainWatch, logBook } from '../domain/audit/index.ts'
import type { LogEntry, SubjectName } from '../domain/model/index.ts'
import type {
  DatabaseHead,
  StoredItem,
  StoreStanding,
  UnknownItem,
} from '../domain/release/index.ts'
import { storeStanding, unknownToDatabase } from '../domain/release/index.ts'
import type { OpenedRelease } from '../repository/index.ts'

export interface StoreComparison {
  readonly standing: StoreStanding
  /** What the store has and the database has not; only where the database is older. */
  readonly unknown: readonly UnknownItem[]
}

/**
 * Compares what a store holds with what a database knows.
 *
 * @param release - the current release of the store; null when it has none
 */
export async function compareWithStore(
  payload: BasePayload,
  release: OpenedRelease | null,
): Promise<StoreComparison> {
  const head = await databaseHead(payload, release?.auditHead?.sequence)
  const standing = storeStanding(release, head)
  if (release === null || standing.standing !== 'database-older') return { standing, unknown: [] }
  return { standing, unknown: unknownToDatabase(await itemsIn(release), await wholeLog(payload)) }
}

interface Entry {
  readonly sequence: number
  readonly hash: string
}

async function databaseHead(
  { db }: BasePayload,
  atStoreHead: number | undefined,
): Promise<DatabaseHead> {
  const one = { limit: 1, pagination: false } as const
  const reviews = { collection: 'reviews', ...one } as const
  const [last] = (await db.find<Entry>({ ...reviews, sort: '-sequence' })).docs
  const [there] =
    atStoreHead === undefined
      ? []
      : (await db.find<Entry>({ ...reviews, where: { sequence: { equals: atStoreHead } } })).docs
  const releases = await db.find<{ readonly number: number }>({
    ...{ collection: 'releases', ...one, sort: '-number' },
  })
  return {
    release: releases.docs[0]?.number ?? 0,
    head: last === undefined ? null : { sequence: last.sequence, hash: last.hash },
    hashAtStoreHead: there?.hash,
  }
}

async function wholeLog(
  payload: BasePayload,
): Promise<ReadonlyMap<SubjectName, readonly LogEntry[]>> {
  const watch = chainWatch()
  const book = logBook()
  for await (const { entry: row, problem } of logRows(payload)) {
    const { entry } = watch.next(row, problem)
    if (entry !== undefined) book.add(entry)
  }
  return book.bySubject
}

/** What is read of the lists of a release: any version of their form has this. */
const index = z.object({ channels: z.array(z.object({ key: z.string(), path: z.string() })) })
const item = z.object({ kind: z.string(), key: z.string(), version: z.number() })
const channelIndex = z.object({
  items: z.array(item),
  tombstones: z.array(item.extend({ reasonKind: z.string() })),
})

async function itemsIn(release: OpenedRelease): Promise<readonly StoredItem[]> {
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await release.read(path)))
  const found: StoredItem[] = []
  for (const { key: channel, path } of index.parse(await read('index.json')).channels) {
    const { items, tombstones } = channelIndex.parse(await read(path))
    for (const { kind, key, version, reasonKind } of [
      ...items.map((live) => ({ ...live, reasonKind: null })),
      ...tombstones,
    ]) {
      const subject = `${kind}/${key}` as SubjectName
      found.push({ subject, channel, version, isWithdrawn: reasonKind === 'withdrawn' })
    }
  }
  return found
}
