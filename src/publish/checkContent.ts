import type { BasePayload } from 'payload'
import { createLocalReq } from 'payload'
import { knownSubjects } from '../domain/model/index.ts'
import type { ReleasePlan } from '../domain/release/index.ts'
import { planRelease } from '../domain/release/index.ts'
import { loadLiveGraph } from '../projection/index.ts'
import { inTransaction } from '../records/index.ts'

export interface ContentCheck {
  /** How many texts are live. */
  readonly live: number
  /** Those that a release today would withhold, and why. */
  readonly withheld: ReleasePlan['withheld']
}

/** What a release today would withhold; nothing is written. */
export async function checkContent(
  payload: BasePayload,
  now: Date = new Date(),
): Promise<ContentCheck> {
  const req = await createLocalReq({}, payload)
  const { graph } = await inTransaction(req, () => loadLiveGraph({ payload, req }))
  const live = knownSubjects(graph).filter(({ isLive }) => isLive)
  return { live: live.length, withheld: planRelease(graph, now).withheld }
}
