import { setTimeout as delay } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { APIError, commitTransaction, initTransaction, killTransaction } from 'payload'
import { isWriteConflict } from './isWriteConflict.ts'

const attempts = 5

/**
 * Runs work in a transaction on the request: whole or not at all. A conflict with another writer is
 * tried again, a few times and with growing patience.
 */
export async function inTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    await initTransaction(req)
    try {
      const result = await work()
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      if (attempt >= attempts || !isConflict(error)) throw error
      await delay(attempt * 40)
    }
  }
}

/** Whether another writer was faster: MongoDB's transient error, or the place in the log was taken. */
function isConflict(error: unknown): boolean {
  if (error instanceof APIError) {
    return (error.data as { code?: string } | null)?.code === 'conflict' && error.status === 409
  }
  return isWriteConflict(error)
}
