import type { DatabaseAdapter } from 'payload'
import { DatabaseRefused } from './file/index.ts'

const writes = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const satisfies readonly (keyof DatabaseAdapter)[]

/** Makes an adapter that only reads: whatever would write rejects, and nothing reaches the server. */
export function refuseWrites(database: object): void {
  const refuse = () =>
    Promise.reject(
      new DatabaseRefused('The database was opened for reading only; nothing was written.'),
    )
  Object.assign(database, Object.fromEntries(writes.map((name) => [name, refuse])))
}
