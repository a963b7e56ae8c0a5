import { setTimeout as delay } from 'node:timers/promises'
import type { ReleaseStore } from '../../../src/store/index.ts'
import { isWhole, namedBy } from './textRelease.ts'

export interface PollingReader {
  /** How many releases it read whole; throws what it met that it should not have. */
  stop(): Promise<number>
}

/**
 * Reads the current release over and over, all of it, as a reader does who knows nothing of
 * publishers. What has gone from a release that is no longer current is no fault.
 */
export function startReader(store: ReleaseStore): PollingReader {
  let isStopped = false
  const poll = async (): Promise<number> => {
    let whole = 0
    do {
      const pointer = await store.pointer()
      if (pointer !== null) {
        for (const name of namedBy(pointer)) {
          if (isWhole(name, await store.read(name))) continue
          if ((await store.pointer())?.tag === pointer.tag) {
            throw new Error(`The current release names ${name}, and a reader did not get it.`)
          }
        }
        whole += 1
      }
      // Leaves those it watches some of the processor.
      await delay(2)
    } while (!isStopped)
    return whole
  }
  const polling = poll()
  polling.catch(() => undefined)
  return {
    stop: () => {
      isStopped = true
      return polling
    },
  }
}
