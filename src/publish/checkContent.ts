import type { BasePayload } from 'payload'
import { knownSubjects } from '../domain/model/index.ts'
import type { ReleasePlan } from '../domain/release/index.ts'
import { planRelease } from '../domain/release/index.ts'
import { readSnapshot } from './readSnapshot.ts'

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
  const { graph } = await readSnapshot(payload)
  const live = knownSubjects(graph).filter(({ isLive }) => isLive)
  return { live: live.length, withheld: planRelease(graph, now).withheld }
}
