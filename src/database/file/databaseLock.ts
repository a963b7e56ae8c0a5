import { DatabaseSync } from 'node:sqlite'
import { DatabaseRefused } from './databaseRefused.ts'

export interface DatabaseLock {
  readonly release: () => void
}

/**
 * Makes this process the only one that owns a SQLite file. The lock is an exclusive transaction on
 * a file beside it: the operating system drops it when the process ends, however it ends.
 *
 * @throws DatabaseRefused when another process holds it
 */
export function lockDatabase(file: string): DatabaseLock {
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new DatabaseRefused(
      `The database ${file} is in use by another Citegate process. Stop that one, use its admin or API, or set DATA_DIR to another folder.`,
    )
  }
  return {
    release: () => {
      lock.close()
    },
  }
}
