import { existsSync } from 'node:fs'
import type { Access } from './access.ts'
import { checkSqlite } from './checkSqlite.ts'
import { databaseFile } from './databaseFile.ts'
import { DatabaseRefused } from './databaseRefused.ts'

/**
 * Says what can be said against opening a database before the CMS is loaded for it, which takes
 * seconds. A database that passes may still be refused when it is opened.
 *
 * @throws DatabaseRefused when the file is not there to be read, is in use, or is from a newer version
 */
export function refuseEarly(url: string, access: Access): void {
  if (!url.startsWith('file:')) return
  if (access === 'read') refuseMissing(databaseFile(url))
  if (access === 'write') checkSqlite(url)
}

/** A reader makes no database. */
export function refuseMissing(file: string): void {
  if (existsSync(file)) return
  throw new DatabaseRefused(
    `There is no database at ${file}. Start Citegate once (npm start), or set DATA_DIR or DATABASE_URL to where it is.`,
  )
}
