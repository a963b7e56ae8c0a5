import type { BasePayload } from 'payload'
import { asRecorder } from '../records/index.ts'
import type { KnownDelivery } from './deliveryRows.ts'
import { deliveriesOf, together } from './deliveryRows.ts'

const dayMs = 86_400_000

/** For how long what is over is kept: longer where somebody may have to look into it. */
const keptDays = { delivered: 30, superseded: 30, dead: 90 } as const

const mostAtOnce = 1000

/**
 * Deletes deliveries that have had their time. The newest of each webhook stays: it says up to which
 * release the webhook was told.
 *
 * @returns how many
 */
export async function pruneDeliveries(payload: BasePayload, now: Date): Promise<number> {
  let pruned = 0
  for (const [state, days] of Object.entries(keptDays)) {
    const before = new Date(now.getTime() - days * dayMs).toISOString()
    const old = await deliveriesOf(
      { payload },
      { and: [{ state: { equals: state } }, { at: { less_than: before } }] },
      mostAtOnce,
    )
    const newest = await newestOf(payload, old)
    const past = old.filter(({ id }) => !newest.has(id)).map(({ id }) => id)
    if (past.length === 0) continue
    await together(payload, (req) =>
      asRecorder(req, () =>
        payload.delete({ collection: 'deliveries', where: { id: { in: past } }, depth: 0, req }),
      ),
    )
    pruned += past.length
  }
  return pruned
}

async function newestOf(
  payload: BasePayload,
  deliveries: readonly KnownDelivery[],
): Promise<ReadonlySet<string>> {
  const newest = new Set<string>()
  for (const webhook of new Set(deliveries.map((each) => each.webhook))) {
    const { docs } = await payload.db.find<KnownDelivery>({
      collection: 'deliveries',
      where: { and: [{ webhook: { equals: webhook } }, { release: { exists: true } }] },
      sort: '-release',
      limit: 1,
      pagination: false,
    })
    for (const { id } of docs) newest.add(id)
  }
  return newest
}
