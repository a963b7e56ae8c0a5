import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Client } from '@libsql/client'
import { createClient } from '@libsql/client'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import type { Access, DatabaseLock } from './file/index.ts'
import {
  databaseFile,
  DatabaseRefused,
  hasAll,
  lockDatabase,
  migrate,
  migrationsFolder,
  readMigrations,
  refuseMissing,
} from './file/index.ts'
import { refuseWrites } from './refuseWrites.ts'
import { serialisedClient } from './serialisedClient.ts'
import { writerQueue } from './writerQueue.ts'

/**
 * Payload's SQLite adapter, made safe beside others: one process owns the file, our runner
 * migrates it, one writer at a time, and a commit that fails is an error to whoever waited for it.
 *
 * @param url - `file:` and a path
 * @param access - `read` looks on beside the process that owns the file
 */
export function sqliteDatabase(
  url: string,
  access: Access = 'write',
): DatabaseAdapterObj<SQLiteAdapter> {
  const adapter = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    push: false,
    transactionOptions: {},
    migrationDir: migrationsFolder,
  })
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      if (access === 'read') readTheFile(database, url)
      else ownTheFile(database, url)
      settleTransactions(database, access)
      return database
    },
  }
}

function ownTheFile(database: SQLiteAdapter, url: string): void {
  const connect = database.connect?.bind(database)
  const destroy = database.destroy?.bind(database)
  let lock: DatabaseLock | undefined

  database.connect = async (options) => {
    const file = databaseFile(url)
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    lock ??= lockDatabase(file)
    const report = migrate(file, readMigrations(migrationsFolder), new Date())
    if (report.backup !== undefined) {
      database.payload.logger.info(`Database migrated; the state before is in ${report.backup}.`)
    }
    const connection = () => createClient({ url: `file:${file}` })
    const writer = connection()
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
      await writer.execute(`PRAGMA ${pragma}`)
    }
    database.client = serialisedClient(connection(), writer, writerQueue())
    await connect?.(options)
  }
  database.destroy = async () => {
    await destroy?.()
    database.client.close()
    lock?.release()
    lock = undefined
  }
}

/** SQLite in WAL mode lets readers in beside the writer: each transaction reads one moment. */
function readTheFile(database: SQLiteAdapter, url: string): void {
  const connect = database.connect?.bind(database)
  const destroy = database.destroy?.bind(database)
  refuseWrites(database)

  database.connect = async (options) => {
    const file = databaseFile(url)
    refuseMissing(file)
    const connection = async () => {
      const client = createClient({ url: `file:${file}` })
      for (const pragma of ['query_only = ON', 'busy_timeout = 5000']) {
        await client.execute(`PRAGMA ${pragma}`)
      }
      return client
    }
    database.client = serialisedClient(
      await connection(),
      await connection(),
      writerQueue(),
      'BEGIN',
    )
    try {
      await refuseOtherSchema(file, database.client)
    } catch (error) {
      database.client.close()
      throw error
    }
    await connect?.(options)
  }
  database.destroy = async () => {
    await destroy?.()
    database.client.close()
  }
}

/**
 * Asks over the connection itself: a file that is opened by a second SQLite library and closed again
 * takes the locks of the first one in the same process with it.
 */
async function refuseOtherSchema(file: string, client: Client): Promise<void> {
  const table = await client.execute(
    "SELECT 1 FROM sqlite_master WHERE name = 'citegate_migrations'",
  )
  const { rows } =
    table.rows.length === 0
      ? table
      : await client.execute('SELECT name, sha256 FROM citegate_migrations')
  const done = rows.map(({ name, sha256 }) => [name as string, sha256 as string] as const)
  if (table.rows.length > 0 && hasAll(file, readMigrations(migrationsFolder), new Map(done))) return
  throw new DatabaseRefused(
    `The database ${file} comes from an older version of Citegate, and reading does not change it. Start this version once (npm start): it migrates.`,
  )
}

/**
 * Replaces begin, commit and rollback. The stock ones swallow the error of a COMMIT, so that a
 * write is acknowledged that is not there.
 */
function settleTransactions(database: SQLiteAdapter, access: Access): void {
  // Others wait for a writer alone: who reads, and who has the database to itself, has all the time.
  const longestMs = access === 'write' ? longestTransactionMs : undefined
  database.beginTransaction = async () => {
    const id = crypto.randomUUID()
    database.sessions[id] = await openSession(database, longestMs)
    return id
  }
  const take = async (given: number | Promise<number | string> | string | undefined) => {
    const id = await given
    if (id === undefined) return undefined
    const session = database.sessions[id]
    // Out of the registry first: nobody may join a transaction that is being ended.
    Reflect.deleteProperty(database.sessions, id)
    return session
  }
  database.commitTransaction = async (id) => {
    await (await take(id))?.resolve()
  }
  database.rollbackTransaction = async (id) => {
    await (await take(id))?.reject()
  }
}

type Session = SQLiteAdapter['sessions'][string]

const longestTransactionMs = 120_000

async function openSession(
  database: SQLiteAdapter,
  longestMs: number | undefined,
): Promise<Session> {
  // Payload may ask while the adapter is still connecting.
  await (database as unknown as { initializing: Promise<void> }).initializing
  return new Promise<Session>((opened, failed) => {
    const done = database.drizzle.transaction(
      (tx) =>
        new Promise<void>((commit, abort) => {
          // A caller that forgets its transaction must not stop everybody else for good.
          const forgotten =
            longestMs === undefined
              ? undefined
              : setTimeout(() => {
                  abort(
                    new DatabaseRefused(
                      'A transaction was open for two minutes and was rolled back.',
                    ),
                  )
                }, longestMs)
          forgotten?.unref()
          opened({
            db: tx,
            resolve: async () => {
              clearTimeout(forgotten)
              commit()
              await done
            },
            reject: async () => {
              clearTimeout(forgotten)
              abort(new RolledBack())
              await done.catch(() => undefined)
            },
          } as unknown as Session)
        }),
    )
    done.catch((error: unknown) => {
      // Before `opened`: BEGIN failed. After it this changes nothing; resolve() tells the caller.
      failed(error instanceof Error ? error : new Error(String(error)))
    })
  })
}

class RolledBack extends Error {
  override name = 'RolledBack'
}
