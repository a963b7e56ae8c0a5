import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { StoreError } from './storeError.ts'

const sqliteBusy = 5
const retryMs = 20

/**
 * Does some work while no other process or caller holds the lock on a file. The lock is an
 * exclusive SQLite transaction on it that writes nothing: the operating system drops it with the
 * process, however that ends, so it cannot go stale. (It is a POSIX record lock: the owner must not
 * open and close the lock file by other means meanwhile.)
 *
 * @throws StoreError `store-busy` when the lock is still taken after `waitMs`
 */
export async function withFileLock<T>(
  file: string,
  waitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + waitMs
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    while (!isTaken(lock)) {
      if (performance.now() >= deadline) {
        throw new StoreError(
          'store-busy',
          `Another publisher has held ${file} for more than ${String(waitMs)} ms. Wait for it to finish, or stop it, and publish again.`,
        )
      }
      await delay(retryMs)
    }
    return await work()
  } finally {
    lock.close()
  }
}

function isTaken(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return false
    throw error
  }
}
