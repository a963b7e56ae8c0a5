import { writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { StoreError } from '../storeError.ts'

const sqliteBusy = 5
const retryMs = 20

export interface FileLock {
  release(): void
}

/**
 * Takes the lock on a file, null when another process or caller has it. The lock is an exclusive
 * SQLite transaction that writes nothing: the operating system drops it with the process, however
 * that ends, so it cannot go stale. (It is a POSIX record lock: the owner must not open and close
 * the file by other means meanwhile.)
 */
export async function takeFileLock(file: string): Promise<FileLock | null> {
  await makeLockFile(file)
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    // Of an empty file SQLite makes a database in the transaction; in memory, and never ended, that
    // needs no room on a full disk and leaves no journal when the process is killed.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return null
    throw error
  }
  return {
    release() {
      if (database.isOpen) database.close()
    },
  }
}

/** SQLite would make it too, but could not say that the disk is full. One that is there stays shut. */
async function makeLockFile(file: string): Promise<void> {
  try {
    await writeFile(file, '', { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/**
 * Does some work while nobody else holds the lock on a file.
 *
 * @throws StoreError `store-busy` when the lock is still taken after `waitMs`
 */
export async function withFileLock<T>(
  file: string,
  waitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const lock = await waitForLock(file, waitMs)
  try {
    return await work()
  } finally {
    lock.release()
  }
}

async function waitForLock(file: string, waitMs: number): Promise<FileLock> {
  const deadline = performance.now() + waitMs
  for (;;) {
    const lock = await takeFileLock(file)
    if (lock !== null) return lock
    if (performance.now() >= deadline) {
      throw new StoreError(
        'store-busy',
        `Another publisher has held ${file} for more than ${String(waitMs)} ms. Wait for it to finish, or stop it, and publish again.`,
      )
    }
    await delay(retryMs)
  }
}
