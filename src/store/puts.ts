import { refuseBadName } from './objectName.ts'
import type { PutOutcome } from './releaseStore.ts'
import { sha256Hex } from './sha256Hex.ts'
import { StoreError } from './storeError.ts'

type Put = (name: string, body: Uint8Array) => Promise<PutOutcome>

/** The puts of one transaction. */
export interface Puts {
  readonly put: Put
  /** Takes no more. False when it was called before. */
  end(): boolean
  /** Throws unless everything that was put has arrived: a pointer to it would lead nowhere. */
  refuseUnfinished(): void
}

/** Puts each name once, however often and however much at once it is asked to. */
export function putsInto(place: string, putOnce: Put): Puts {
  const puts = new Map<string, { readonly digest: string; readonly outcome: Promise<PutOutcome> }>()
  let isOver = false
  let unfinished = 0

  const put = async (name: string, body: Uint8Array, digest: string): Promise<PutOutcome> => {
    const before = puts.get(name)
    if (before !== undefined && (await before.outcome) !== 'taken') {
      return before.digest === digest ? 'held' : 'taken'
    }
    const outcome = putOnce(name, body)
    puts.set(name, { digest, outcome })
    return outcome
  }

  return {
    put: async (name, body) => {
      if (isOver) throw transactionOver(place)
      const digest = sha256Hex(body)
      refuseBadName(name, digest)
      unfinished += 1
      const outcome = await put(name, body, digest)
      // What fails stays unfinished.
      unfinished -= 1
      return outcome
    },
    end: () => {
      const wasOver = isOver
      isOver = true
      return !wasOver
    },
    refuseUnfinished: () => {
      if (unfinished === 0) return
      throw new StoreError(
        'transaction-over',
        `${String(unfinished)} of the objects of this release were not written to ${place}. Wait for each put, and begin again when one fails.`,
      )
    },
  }
}

export function transactionOver(place: string): StoreError {
  return new StoreError(
    'transaction-over',
    `This release on its way into ${place} was committed or given up already. Begin another.`,
  )
}
