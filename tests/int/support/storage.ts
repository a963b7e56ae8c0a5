import type { Client, InValue } from '@libsql/client'
import type { BasePayload } from 'payload'
import { onMongo } from './settings.ts'

type Values = Readonly<Record<string, unknown>>

/** A row as its database holds it. */
export interface StoredRow {
  readonly get: (field: string) => Promise<unknown>
  /** Writes past the program. What SQLite keeps as JSON is given as its text there. */
  readonly set: (values: Values) => Promise<void>
  readonly remove: () => Promise<void>
  /** Puts everything back as it was found. */
  readonly undo: () => Promise<void>
}

/** What somebody with the database's password can do: SQL, or MongoDB's own driver. */
export async function storedRow(
  payload: BasePayload,
  collection: string,
  field: string,
  value: number | string,
): Promise<StoredRow> {
  return onMongo
    ? inMongo(payload, collection, field, value)
    : inSqlite(payload, collection, field, value)
}

/** JSON as a stored row takes it. */
export const json = (value: unknown): unknown => (onMongo ? value : JSON.stringify(value))

/** What no JSON column can be read from. */
export const brokenJson = onMongo ? 'no object' : '{"half":'

interface Collection {
  findOne: (filter: Values) => Promise<Values | null>
  updateOne: (filter: Values, change: Values) => Promise<unknown>
  deleteOne: (filter: Values) => Promise<unknown>
  replaceOne: (filter: Values, row: Values, options: Values) => Promise<unknown>
}

async function inMongo(
  payload: BasePayload,
  name: string,
  field: string,
  value: number | string,
): Promise<StoredRow> {
  const { connection } = payload.db as unknown as {
    connection: { collection: (name: string) => Collection }
  }
  const collection = connection.collection(name)
  const found = await collection.findOne({ [field]: value })
  if (found === null) throw new Error(`${name} has no row whose ${field} is ${String(value)}.`)
  const it = { _id: found['_id'] }
  return {
    get: (wanted) => Promise.resolve(found[wanted]),
    set: async (values) => {
      await collection.updateOne(it, { $set: values })
    },
    remove: async () => {
      await collection.deleteOne(it)
    },
    undo: async () => {
      await collection.replaceOne(it, found, { upsert: true })
    },
  }
}

/** Through the program's own connection: a second SQLite in this process would drop its locks. */
async function inSqlite(
  payload: BasePayload,
  table: string,
  field: string,
  value: number | string,
): Promise<StoredRow> {
  const { client } = payload.db as unknown as { client: Client }
  const run = (sql: string, args: readonly unknown[]) =>
    client.execute({ sql, args: args as InValue[] })
  const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const { columns, rows } = await run(
    `SELECT rowid AS here, * FROM ${table} WHERE "${column(field)}" = ?`,
    [value],
  )
  const [found] = rows
  if (found === undefined)
    throw new Error(`${table} has no row whose ${field} is ${String(value)}.`)
  const names = columns.filter((name) => name !== 'here')
  const update = async (values: Values): Promise<number> => {
    const places = Object.keys(values).map((name) => `"${column(name)}" = ?`)
    const sql = `UPDATE ${table} SET ${places.join(', ')} WHERE rowid = ?`
    return (await run(sql, [...Object.values(values), found['here']])).rowsAffected
  }
  return {
    get: (wanted) => Promise.resolve(found[column(wanted)]),
    set: async (values) => {
      await update(values)
    },
    remove: async () => {
      await run(`DELETE FROM ${table} WHERE rowid = ?`, [found['here']])
    },
    undo: async () => {
      if ((await update(Object.fromEntries(names.map((name) => [name, found[name]])))) > 0) return
      const quoted = ['rowid', ...names.map((name) => `"${name}"`)]
      const marks = quoted.map(() => '?')
      await run(`INSERT INTO ${table} (${quoted.join(', ')}) VALUES (${marks.join(', ')})`, [
        found['here'],
        ...names.map((name) => found[name]),
      ])
    },
  }
}
