import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'
import type { Access } from './file/index.ts'
import { DatabaseRefused, withoutPassword } from './file/index.ts'
import { appName, endOrphans } from './endOrphans.ts'
import { refuseWrites } from './refuseWrites.ts'
import { refuseUnfinished } from './unfinishedRestore.ts'
import type { Release } from './writerQueue.ts'
import { writerQueue } from './writerQueue.ts'

/**
 * Payload's MongoDB adapter with transactions that exist: it refuses a server that is not a replica
 * set, builds indexes before the first write, and lets the writers of this process go one by one.
 *
 * @param url - `mongodb://` with `replicaSet=`
 * @param access - `read` changes nothing, collections and indexes included
 */
export function mongodbDatabase(
  url: string,
  access: Access = 'write',
): DatabaseAdapterObj<MongooseAdapter> {
  const adapter = mongooseAdapter({
    url,
    transactionOptions: {},
    connectOptions: { appName, autoIndex: false, autoCreate: access !== 'read' },
  })
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args) as unknown as MongooseAdapter
      prepareOnConnect(database, url, access)
      if (access === 'read') refuseWrites(database)
      queueWriters(database)
      return database
    },
  }
}

function prepareOnConnect(database: MongooseAdapter, url: string, access: Access): void {
  const connect = database.connect?.bind(database)
  database.connect = async (options) => {
    const { payload } = database
    // The adapter logs what it throws, at length; whoever starts the program reads one of the two.
    const logger = Object.assign(Object.create(payload.logger) as typeof payload.logger, {
      error: () => undefined,
    })
    database.payload = Object.assign(Object.create(payload) as typeof payload, { logger })
    try {
      await connect?.(options)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new DatabaseRefused(
        `MongoDB cannot be reached at ${withoutPassword(url)} (${reason}). Start it, or correct DATABASE_URL.`,
      )
    } finally {
      database.payload = payload
    }
    try {
      await demandReplicaSet(database, url)
      const { db } = database.connection
      if (access !== 'restore' && db !== undefined) await refuseUnfinished(db)
      if (access !== 'read') {
        await endOrphans(database).catch((error: unknown) => {
          // An account may be denied the look; the server ends them itself after a minute.
          const reason = error instanceof Error ? error.message : String(error)
          payload.logger.info(
            `Transactions left by a crash, if any, run out by themselves: ${reason}`,
          )
        })
        await buildIndexes(database)
      }
    } catch (error) {
      // An open connection would keep a refused program running.
      await database.connection.close()
      throw error
    }
  }
}

async function demandReplicaSet({ connection }: MongooseAdapter, url: string): Promise<void> {
  const hello = await connection.db?.admin().command({ hello: 1 })
  const setName: unknown = hello?.['setName']
  if (typeof setName !== 'string') {
    throw new DatabaseRefused(
      'This MongoDB is not a replica set, so it has no transactions and a write could be left half done. Start it with --replSet rs0 and run rs.initiate() once; one node is enough.',
    )
  }
  // The driver's types promise a name that a URL need not give.
  const { replicaSet } = connection.getClient().options as { replicaSet?: string }
  if (replicaSet === undefined) {
    throw new DatabaseRefused(
      `DATABASE_URL does not name the replica set, so transactions would be off. Add replicaSet=${setName} to ${withoutPassword(url)}.`,
    )
  }
}

/**
 * Before the first write, so that none runs into an index being built; one by one, so that a start
 * does not storm the server with them. Payload's own option builds all at once.
 */
async function buildIndexes(database: MongooseAdapter): Promise<void> {
  for (const { slug } of database.payload.config.collections) {
    await database.collections[slug]?.ensureIndexes()
    await database.versions[slug]?.ensureIndexes()
  }
}

function queueWriters(database: MongooseAdapter): void {
  const queue = writerQueue()
  const turns = new Map<number | string, Release>()
  const begin = database.beginTransaction.bind(database)
  const commit = database.commitTransaction.bind(database)
  const rollback = database.rollbackTransaction.bind(database)
  const done = async (given: number | Promise<number | string> | string) => {
    const id = await given
    turns.get(id)?.()
    turns.delete(id)
  }

  database.beginTransaction = async (options) => {
    const release = await queue.acquire()
    try {
      const id = await begin(options)
      if (id === null) release()
      else turns.set(id, release)
      return id
    } catch (error) {
      release()
      throw error
    }
  }
  database.commitTransaction = async (id) => {
    try {
      await commit(id)
    } finally {
      await done(id)
    }
  }
  database.rollbackTransaction = async (id) => {
    try {
      await rollback(id)
    } finally {
      await done(id)
    }
  }
}
