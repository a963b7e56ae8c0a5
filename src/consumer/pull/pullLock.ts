import { setTimeout as delay } from 'node:timers/promises'
import { join } from 'node:path'
import { takeFileLock } from '../../store/index.ts'
import type { OutFolder } from './outFolder.ts'

/** Somebody else is pulling into the same place. */
export class PullBusy extends Error {
  override name = 'PullBusy'
  readonly code = 'pull-busy'
}

const retryMs = 50

/** Does some work while nobody else pulls into the same place. */
export async function whilePullingAlone<T>(
  { path, work }: OutFolder,
  waitMs: number,
  pull: () => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + waitMs
  let lock = await takeFileLock(join(work, 'lock'))
  while (lock === null) {
    if (performance.now() >= deadline) {
      throw new PullBusy(
        `Somebody else has been pulling into ${path} for more than ${String(waitMs / 1000)} s. Wait for them to finish, and pull again.`,
      )
    }
    await delay(retryMs)
    lock = await takeFileLock(join(work, 'lock'))
  }
  try {
    return await pull()
  } finally {
    lock.release()
  }
}
