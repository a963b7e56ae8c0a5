import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { BasePayload } from 'payload'

/** The adapter behind a program that was started on SQLite, for those who work on its schema. */
export function sqliteAdapterOf({ db }: BasePayload): SQLiteAdapter {
  return db as unknown as SQLiteAdapter
}
