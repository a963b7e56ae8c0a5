import type { PutOutcome } from './releaseStore.ts'
import { sha256Hex } from './sha256Hex.ts'

type Put = (name: string, body: Uint8Array) => Promise<PutOutcome>

/** Puts each name once, however often and however much at once it is asked to. */
export function oncePerName(put: Put): Put {
  const puts = new Map<string, { readonly digest: string; readonly outcome: Promise<PutOutcome> }>()
  return async (name, body) => {
    const digest = sha256Hex(body)
    const before = puts.get(name)
    if (before !== undefined && (await before.outcome) !== 'taken') {
      return before.digest === digest ? 'held' : 'taken'
    }
    const outcome = put(name, body)
    puts.set(name, { digest, outcome })
    return outcome
  }
}
