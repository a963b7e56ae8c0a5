import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BasePayload } from 'payload'
import type { Access } from '../../../src/database/index.ts'
import { withPayload } from '../../../src/start/index.ts'
import { onMongo, serverUrl } from './settings.ts'

export interface OtherDatabases {
  /** A folder for backups and the like. */
  readonly folder: string
  /** The URL of a database that is not there yet. */
  readonly sqlite: () => string
  readonly mongo: () => string
  /** One of the kind that this test file runs on. */
  readonly alike: () => string
  readonly stop: () => Promise<void>
}

/** Databases beside the one of the test file. */
export function otherDatabases(): OtherDatabases {
  const folder = mkdtempSync(path.join(tmpdir(), 'citegate-backup-'))
  const onServer: string[] = []
  let made = 0
  const sqlite = () => `file:${path.join(folder, `database-${String((made += 1))}.db`)}`
  const mongo = () => {
    if (!onMongo || serverUrl === undefined) throw new Error('There is no MongoDB here.')
    const url = new URL(serverUrl)
    url.pathname = `/${path.basename(folder).toLowerCase()}-${String((made += 1))}`
    onServer.push(url.href)
    return url.href
  }
  return {
    ...{ folder, sqlite, mongo },
    alike: onMongo ? mongo : sqlite,
    stop: async () => {
      for (const url of onServer) {
        await opened(url, (payload) => nativeOf(payload).dropDatabase(), 'restore')
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Opens another database for one piece of work. */
export function opened<T>(
  url: string,
  work: (payload: BasePayload) => Promise<T>,
  access: Access = 'read',
): Promise<T> {
  return withPayload(work, { access, url })
}

interface Native {
  readonly dropDatabase: () => Promise<unknown>
  readonly collection: (name: string) => {
    readonly insertOne: (row: Record<string, unknown>) => Promise<unknown>
    readonly find: () => { readonly toArray: () => Promise<Record<string, unknown>[]> }
  }
}

/** The driver's own view of a MongoDB. */
export function nativeOf({ db }: BasePayload): Native {
  return (db as unknown as { connection: { db: Native } }).connection.db
}
