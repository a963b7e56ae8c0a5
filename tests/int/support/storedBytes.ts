import type { Client } from '@libsql/client'
import type { BasePayload } from 'payload'
import { vaultOf } from '../../../src/database/index.ts'
import { nativeOf } from './otherDatabases.ts'
import { onMongo } from './settings.ts'

type Stored = Readonly<Record<string, readonly string[]>>

/** What a database has in its tables or collections, apart from what is of the moment. */
export function storedBytes(payload: BasePayload): Promise<Stored> {
  return onMongo ? inMongo(payload) : inSqlite(payload)
}

const passing =
  /^(citegate_migrations|payload_kv|payload_locked|payload_migrations|sqlite_|users_sessions)/
/** Rows that hang on another one are numbered anew, and nobody refers to them by that. */
const dependent = /(_rels|_texts|_numbers|_v_version_.*|roles|slots_when.*)$/
const passingColumns = new Set([
  ...['reset_password_token', 'reset_password_expiration', 'reset_password_requested_at'],
])

async function inSqlite({ db }: BasePayload): Promise<Stored> {
  const { client } = db as unknown as { client: Client }
  const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
  const names = rows.map(({ name }) => name as string).filter((name) => !passing.test(name))
  const all: Record<string, readonly string[]> = {}
  for (const name of names.sort()) {
    const table = await client.execute(`SELECT * FROM "${name}"`)
    const columns = table.columns.filter(
      (column) => !passingColumns.has(column) && !(column === 'id' && dependent.test(name)),
    )
    all[name] = table.rows
      .map((row) => JSON.stringify(columns.map((column) => [column, moment(row[column])])))
      .sort()
  }
  return all
}

/** A day that was stored as it was written is the same moment. */
function moment(value: unknown): unknown {
  const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  return isDay ? `${value}T00:00:00.000Z` : value
}

async function inMongo(payload: BasePayload): Promise<Stored> {
  const { collections, versions } = payload.db as unknown as Record<
    'collections' | 'versions',
    Record<string, { collection: { name: string } }>
  >
  const all: Record<string, readonly string[]> = {}
  for (const { name, slug, holds } of vaultOf(payload).parts) {
    const model = (holds === 'documents' ? collections : versions)[slug]
    const rows = await nativeOf(payload).collection(String(model?.collection.name)).find().toArray()
    all[name] = rows.map((row) => JSON.stringify(typed(row))).sort()
  }
  return all
}

const passingFields = new Set([
  ...['__v', 'resetPasswordToken', 'resetPasswordExpiration', 'resetPasswordRequestedAt'],
  'sessions',
])

/** With the types that BSON has and JSON has not; without the difference of null and absent. */
function typed(value: unknown): unknown {
  if (value instanceof Date) return { date: value.toISOString() }
  if (Array.isArray(value)) return value.map(typed)
  if (typeof value !== 'object' || value === null) return value
  if ('toHexString' in value) return { id: (value as { toHexString: () => string }).toHexString() }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, each]) => !passingFields.has(name) && each !== null && each !== undefined)
      .filter(([, each]) => !(Array.isArray(each) && each.length === 0))
      .map(([name, each]) => [name, typed(each)] as const)
      .sort(([one], [two]) => (one < two ? -1 : 1)),
  )
}
