import { upsertRow } from '@payloadcms/drizzle'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite'
import type { BasePayload, CollectionSlug, FlattenedField, PayloadRequest, Where } from 'payload'
import { DatabaseRefused } from '../file/index.ts'
import { sqliteAdapterOf } from '../sqliteAdapterOf.ts'
import type { Row } from './mapRow.ts'
import { isList, mapRow } from './mapRow.ts'
import { partsOf } from './partsOf.ts'
import type { Part, StoredRow, Vault } from './vault.ts'

const pageSize = 200

/** SQLite as a vault: one transaction of its own, for reading as for filling. */
export function sqliteVault(payload: BasePayload): Vault {
  const { db } = payload
  const count = async ({ slug, holds }: Part, req?: Partial<PayloadRequest>): Promise<number> => {
    const wanted = { collection: slug as CollectionSlug, where: {}, ...(req && { req }) } as const
    const found = holds === 'documents' ? await db.count(wanted) : await db.countVersions(wanted)
    return found.totalDocs
  }
  return {
    idForm: 'uuid',
    parts: partsOf(payload),
    count: (part) => count(part),
    clearUnfinished: () => Promise.resolve(false),
    atOneMoment: (work) =>
      inOneTransaction(payload, 'look', (req) => work((part) => rowsOf(payload, part, req))),
    fill: (work) =>
      inOneTransaction(payload, 'keep', async (req, session) => {
        // Documents refer to each other in a circle; whether all are there is asked at the end.
        await session.run(sql`PRAGMA defer_foreign_keys = ON`)
        const adapter = sqliteAdapterOf(payload)
        const done = await work({
          count: (part) => count(part, req),
          put: async (part, rows) => {
            for (const row of rows) await insert(adapter, session, part, row)
          },
        })
        const { rows: broken } = await session.run(sql`PRAGMA foreign_key_check`)
        if (broken.length > 0) {
          throw new DatabaseRefused(
            `${String(broken.length)} references would lead nowhere; nothing was written.`,
          )
        }
        return done
      }),
  }
}

/** What runs statements within a transaction. */
interface Session {
  readonly run: (
    statement: ReturnType<typeof sql>,
  ) => Promise<{ readonly rows: readonly unknown[] }>
}

async function inOneTransaction<T>(
  payload: BasePayload,
  purpose: 'keep' | 'look',
  work: (req: Partial<PayloadRequest>, session: Session) => Promise<T>,
): Promise<T> {
  const { db } = payload
  const transactionID = (await db.beginTransaction()) as string
  try {
    const session = sqliteAdapterOf(payload).sessions[transactionID]?.db as unknown as Session
    const done = await work({ transactionID }, session)
    if (purpose === 'keep') await db.commitTransaction(transactionID)
    else await db.rollbackTransaction(transactionID)
    return done
  } catch (error) {
    await db.rollbackTransaction(transactionID)
    throw error
  }
}

async function* rowsOf(
  { db }: BasePayload,
  { slug, holds, fields }: Part,
  req: Partial<PayloadRequest>,
): AsyncGenerator<StoredRow> {
  let where: Where = {}
  for (;;) {
    const wanted = {
      collection: slug as CollectionSlug,
      ...{ where, sort: 'id', limit: pageSize, pagination: false, req },
    }
    const { docs } =
      holds === 'documents' ? await db.find<StoredRow>(wanted) : await db.findVersions(wanted)
    for (const row of docs as unknown as readonly StoredRow[]) {
      yield { id: row.id, ...mapRow(fields, row, asTheyAre) }
    }
    const last = docs.at(-1)
    if (last === undefined || docs.length < pageSize) return
    where = { id: { greater_than: last.id } }
  }
}

const asTheyAre = {
  value: (value: unknown) => value,
  reference: (id: unknown) => id,
}

async function insert(
  adapter: SQLiteAdapter,
  db: Session,
  { slug, holds, fields }: Part,
  { id, ...row }: StoredRow,
): Promise<void> {
  const table = slug.replaceAll('-', '_')
  const name = holds === 'documents' ? table : `_${table}${adapter.versionsSuffix}`
  await upsertRow({
    adapter: adapter as never,
    collectionSlug: slug,
    customID: id,
    data: saidInFull(fields, row),
    db: db as never,
    fields: [...fields],
    ignoreResult: true,
    operation: 'create',
    tableName: adapter.tableNameMap.get(name) ?? name,
  })
}

/** Says null where a row says nothing, so that no column puts its default there. */
function saidInFull(fields: readonly FlattenedField[], row: Row): Record<string, unknown> {
  const said: Record<string, unknown> = {}
  for (const field of fields) {
    const { name } = field
    const value = row[name]
    if (field.type === 'group' || field.type === 'tab') {
      said[name] = saidInFull(field.flattenedFields, (value ?? {}) as Row)
    } else if (field.type === 'array') {
      const rows = (value ?? []) as readonly Row[]
      said[name] = rows.map((each) => saidInFull(field.flattenedFields, each))
    } else if (value !== undefined) said[name] = value
    // An entry of a list that has no id is given one.
    else if (name !== 'id') said[name] = isList(field) ? [] : null
  }
  return said
}
