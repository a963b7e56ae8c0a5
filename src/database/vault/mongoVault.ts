import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { BasePayload, FlattenedField } from 'payload'
import mongoose from 'mongoose'
import { DatabaseRefused } from '../file/index.ts'
import type { Row } from './mapRow.ts'
import { isList, mapRow } from './mapRow.ts'
import { partsOf } from './partsOf.ts'
import { beginFilling, endFilling, isUnfinished } from '../unfinishedRestore.ts'
import type { Part, StoredRow, Vault } from './vault.ts'

const { ObjectId } = mongoose.mongo
type ClientSession = mongoose.mongo.ClientSession
type Stored = Record<string, unknown> & { readonly _id: mongoose.mongo.ObjectId }

/**
 * MongoDB as a vault. What is read is a snapshot, not a transaction: the server ends a transaction
 * after a minute, and keeps the past for five (minSnapshotHistoryWindowInSeconds). What is filled
 * can be larger than a transaction may be, so a mark stands in the database until all is there.
 */
export function mongoVault(payload: BasePayload): Vault {
  const database = payload.db as unknown as MongooseAdapter
  const parts = partsOf(payload)
  const collectionOf = ({ slug, holds }: Part) => {
    const model = (holds === 'documents' ? database.collections : database.versions)[slug]
    if (model === undefined) throw new Error(`MongoDB has no collection for ${slug}.`)
    return nativeOf(database).collection<Stored>(model.collection.name)
  }
  const count = (part: Part): Promise<number> => collectionOf(part).countDocuments()
  const empty = async () => {
    for (const part of parts) await collectionOf(part).deleteMany({})
  }

  async function* rowsOf(part: Part, session: ClientSession): AsyncGenerator<StoredRow> {
    const found = collectionOf(part).find({}, { session }).sort({ _id: 1 })
    for await (const { _id, ...row } of found) {
      yield { id: _id.toHexString(), ...mapRow(part.fields, row, fromBson) }
    }
  }

  return {
    idForm: 'objectid',
    parts,
    count,
    clearUnfinished: async () => {
      if (!(await isUnfinished(nativeOf(database)))) return false
      await empty()
      return true
    },
    atOneMoment: (work) =>
      database.connection
        .getClient()
        .withSession({ snapshot: true }, (session) => work((part) => rowsOf(part, session)))
        .catch(sayThatItTookTooLong),
    fill: async (work) => {
      await beginFilling(nativeOf(database))
      try {
        const done = await work({
          count,
          put: async (part, rows) => {
            const stored = rows.map(({ id, ...row }) => ({
              _id: new ObjectId(id),
              ...saidInFull(part.fields, mapRow(part.fields, row, toBson)),
            }))
            await collectionOf(part).insertMany(stored)
          },
        })
        await endFilling(nativeOf(database))
        return done
      } catch (error) {
        await empty()
        await endFilling(nativeOf(database))
        throw error
      }
    },
  }
}

const snapshotTooOld = 239

function sayThatItTookTooLong(error: unknown): never {
  if ((error as { code?: unknown } | null)?.code !== snapshotTooOld) throw error
  throw new DatabaseRefused(
    'Reading took longer than MongoDB keeps the past. Set its parameter minSnapshotHistoryWindowInSeconds (300 if not set) to more, and try again.',
  )
}

function nativeOf({ connection }: MongooseAdapter): mongoose.mongo.Db {
  const { db } = connection
  if (db === undefined) throw new Error('The connection to MongoDB is not open.')
  return db
}

const fromBson = {
  value: plain,
  reference: plain,
}

const toBson = {
  value: (value: unknown, { type }: FlattenedField) =>
    type === 'date' ? new Date(value as string) : value,
  reference: (id: unknown) => new ObjectId(id as string),
}

/** BSON has types of its own; JSON can hold them too, deep inside. */
function plain(value: unknown): unknown {
  if (value instanceof ObjectId) return value.toHexString()
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]))
}

/** Lists and groups are stored when they are empty, too. */
function saidInFull(fields: readonly FlattenedField[], row: Row): Row {
  const said: Record<string, unknown> = { ...row }
  for (const field of fields) {
    const value = row[field.name]
    if (field.type === 'group' || field.type === 'tab') {
      said[field.name] = saidInFull(field.flattenedFields, (value ?? {}) as Row)
    } else if (field.type === 'array') {
      const rows = (value ?? []) as readonly Row[]
      said[field.name] = rows.map((each) => saidInFull(field.flattenedFields, each))
    } else if (isList(field)) said[field.name] = value ?? []
  }
  return said
}
