import type { BasePayload } from 'payload'
import type { AttemptVerdict, DeliveryState } from '../domain/delivery/index.ts'
import { deliveryStates } from '../domain/delivery/index.ts'

export type OutcomeCounts = Readonly<Record<AttemptVerdict, number>>

/** Next bundles a copy of this file of its own; both copies of it count in this one place. */
const place = Symbol.for('citegate.webhookOutcomes')
const shared = globalThis as unknown as { [place]?: Record<AttemptVerdict, number> }

/** How many attempts of this process came to what. They only grow. */
export function outcomeCounts(): OutcomeCounts {
  return counts()
}

export function countOutcome(verdict: AttemptVerdict): void {
  counts()[verdict] += 1
}

function counts(): Record<AttemptVerdict, number> {
  const known = shared[place] ?? { delivered: 0, failed: 0, gone: 0 }
  shared[place] = known
  return known
}

/** How many deliveries there are in each state. */
export async function deliveryCounts(
  payload: BasePayload,
): Promise<Readonly<Record<DeliveryState, number>>> {
  const counts = { pending: 0, delivered: 0, superseded: 0, dead: 0 }
  for (const state of deliveryStates) {
    const where = { state: { equals: state } }
    counts[state] = (await payload.db.count({ collection: 'deliveries', where })).totalDocs
  }
  return counts
}
