import { existsSync } from 'node:fs'
import { databaseFile } from './databaseFile.ts'
import { lockDatabase } from './databaseLock.ts'
import { isMigrated, migrationsFolder, readMigrations } from './migrate.ts'

/**
 * Looks at a SQLite database without opening the CMS: is it free, and has it the newest schema?
 *
 * @throws DatabaseRefused when another process owns it, or it is from a newer version
 */
export function checkSqlite(url: string): { readonly file: string; readonly isCurrent: boolean } {
  const file = databaseFile(url)
  if (!existsSync(file)) return { file, isCurrent: false }
  lockDatabase(file).release()
  return { file, isCurrent: isMigrated(file, readMigrations(migrationsFolder)) }
}
