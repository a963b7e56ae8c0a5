import { neededObjects, type Keeping } from './neededObjects.ts'
import { readState } from './readState.ts'
import { StoreError, type ReleaseStore } from '../store/index.ts'

export interface CollectGarbageOptions extends Keeping {
  readonly store: ReleaseStore
  /** Counts, and removes nothing. */
  readonly isDryRun?: boolean
}

export interface CollectedGarbage {
  /** The oldest release that can be read in whole from now on; null in an empty store. */
  readonly oldest: number | null
  readonly removed: number
  readonly bytes: number
}

const attempts = 5

/** What a reader or a publisher may be in the middle of. */
const graceMs = 24 * 60 * 60 * 1000

/**
 * Removes what no kept release needs. The chain of all releases stays, each with its targets.json
 * and its index.json: a history can be walked to its beginning after its content is gone. What is
 * younger than a day stays in any case, because somebody may be reading or writing it.
 */
export async function collectGarbage(options: CollectGarbageOptions): Promise<CollectedGarbage> {
  const { store, now, isDryRun = false } = options
  for (let left = attempts; left > 0; left -= 1) {
    const state = await readState(store)
    if (state === null) return { oldest: null, removed: 0, bytes: 0 }
    const { names, oldest } = await neededObjects(state, options)
    const outcome = await store.collect({
      isNeeded: (name) => names.has(name),
      olderThan: new Date(now.getTime() - graceMs),
      expected: state.pointer,
      isDryRun,
    })
    if (outcome.ok) return { oldest, removed: outcome.removed, bytes: outcome.bytes }
  }
  throw new StoreError(
    'store-busy',
    `Others have published to ${store.place} ${attempts} times in between. Try again when they have done.`,
  )
}
