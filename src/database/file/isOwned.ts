import { lockDatabase } from './databaseLock.ts'
import { DatabaseRefused } from './databaseRefused.ts'

/** Whether a process owns this SQLite file now. The file has to exist. */
export function isOwned(file: string): boolean {
  try {
    lockDatabase(file).release()
    return false
  } catch (error) {
    if (error instanceof DatabaseRefused) return true
    throw error
  }
}
