import type { DatabaseAdapterObj } from 'payload'
import type { Access } from './file/index.ts'
import { mongodbDatabase } from './mongodb.ts'
import { sqliteDatabase } from './sqlite.ts'

export type { Access, Migration } from './file/index.ts'
export {
  databaseFile,
  databaseName,
  isMigrated,
  isOwned,
  migrate,
  schemaName,
} from './file/index.ts'
export { mapRow } from './vault/mapRow.ts'
export type { Mapping, Row } from './vault/mapRow.ts'
export { serialisedClient } from './serialisedClient.ts'
export { sqliteAdapterOf } from './sqliteAdapterOf.ts'
export { vaultOf } from './vault/vaultOf.ts'
export type { Filling, IdForm, Part, StoredRow, Vault } from './vault/vault.ts'
export { writerQueue } from './writerQueue.ts'

/** The database a URL names: `file:` is SQLite, `mongodb:` is MongoDB. */
export function databaseFor(url: string, access: Access = 'write'): DatabaseAdapterObj {
  return url.startsWith('file:') ? sqliteDatabase(url, access) : mongodbDatabase(url, access)
}
