import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { env } from '../env.ts'
import { checkSqlite } from '../database/file/index.ts'
import { openStore } from '../store/index.ts'

/**
 * Whether a start can go straight to serving: schema at hand, somebody to log in, a release to
 * show. Answered without loading the CMS, so that a second start takes seconds. On MongoDB the
 * answer is no; preparing looks and finds everything done.
 *
 * @throws DatabaseRefused when the database is in use, or from a newer version
 */
export async function isPrepared(): Promise<boolean> {
  if (!env.databaseUrl.startsWith('file:')) return false
  const { file, isCurrent } = checkSqlite(env.databaseUrl)
  return (
    isCurrent && hasPeople(file) && (await openStore(env.storeLocation, env).pointer()) !== null
  )
}

function hasPeople(file: string): boolean {
  if (!existsSync(file)) return false
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database.prepare('SELECT 1 FROM users LIMIT 1').get() !== undefined
  } finally {
    database.close()
  }
}
