import type { BasePayload } from 'payload'
import { deliverDue } from './deliverDue.ts'
import { enqueueReleases } from './enqueueReleases.ts'

const everyMs = 1000

/**
 * Looks every second what webhooks have to be told, and tells them. What is due stands in the
 * database: a queue of jobs would hold all of them up for the slowest, and keep the job of a process
 * that died as running.
 *
 * @returns a function that ends it
 */
export function startDeliveryRounds(payload: BasePayload): () => void {
  const busy = new Set<string>()
  let isLooking = false
  const round = async () => {
    if (isLooking) return
    isLooking = true
    try {
      await enqueueReleases(payload, new Date())
      // Not waited for: one that is slow has its own time.
      void deliverDue(payload, { busy }).catch(tell)
    } catch (error) {
      tell(error)
    } finally {
      isLooking = false
    }
  }
  const tell = (error: unknown) => {
    payload.logger.error({
      err: error,
      msg: 'A round of webhooks ended early; the next one follows.',
    })
  }
  const timer = setInterval(() => void round(), everyMs)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}
