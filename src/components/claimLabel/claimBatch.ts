import type { ClaimSummary } from './claimSummary.ts'
import { readClaims } from './readClaims.ts'

const patienceMs = 20

interface Batch {
  readonly ids: Set<string>
  readonly answer: Promise<ReadonlyMap<string, ClaimSummary>>
}

let waiting: Batch | undefined

/**
 * Reads one claim together with every other that is asked for at the same moment: a page mentions
 * dozens. Undefined when there is no such claim.
 */
export async function claimInBatch(url: string, id: string): Promise<ClaimSummary | undefined> {
  waiting ??= newBatch(url)
  waiting.ids.add(id)
  const claims = await waiting.answer
  return claims.get(id)
}

function newBatch(url: string): Batch {
  const ids = new Set<string>()
  const answer = new Promise<void>((resolve) => {
    setTimeout(resolve, patienceMs)
  }).then(() => {
    waiting = undefined
    return readClaims(url, [...ids])
  })
  return { ids, answer }
}
