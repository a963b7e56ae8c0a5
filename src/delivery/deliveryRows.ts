import type { PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import type { BasePayload } from 'payload'
import type { DeliveryState } from '../domain/delivery/index.ts'
import type { Delivery, Site } from '../payload-types.ts'
import { asRecorder, inTransaction, orConflict } from '../records/index.ts'
import type { ReleasePublished, WebhookTest } from '../feeds/index.ts'
import type { Attempt } from './attempt.ts'
import type { KnownWebhook } from './webhookRows.ts'

/** A delivery with the types of what it keeps as JSON. */
export type KnownDelivery = Omit<Delivery, 'attempts' | 'event'> & {
  readonly attempts?: readonly Attempt[] | null
  readonly event: ReleasePublished | WebhookTest
}

export interface NewDelivery {
  readonly webhook: KnownWebhook
  readonly site: Site
  readonly event: ReleasePublished | WebhookTest
  readonly eventId: string
  /** The release it tells of. */
  readonly release: number | null
  readonly state: DeliveryState
  readonly dueAt: Date | null
  readonly at: Date
}

export type DeliveryChange = Partial<
  Pick<Delivery, 'deliveredAt' | 'dueAt' | 'problem' | 'state' | 'tries'>
> & { readonly attempts?: readonly Attempt[] }

/** @throws a refusal (409) when there is one for that webhook and event already */
export async function addDelivery(
  req: PayloadRequest,
  { webhook, site, event, eventId, release, state, dueAt, at }: NewDelivery,
): Promise<KnownDelivery> {
  const data = {
    ...{ key: deliveryKey(webhook.key, eventId), webhook: webhook.key, site: site.key },
    ...{ type: event.type, release, state, eventId, tries: 0 },
    ...{ at: at.toISOString(), dueAt: dueAt?.toISOString() ?? null },
    event: { ...event },
  }
  const added = await orConflict(() =>
    asRecorder(req, () => req.payload.create({ collection: 'deliveries', data, depth: 0, req })),
  )
  return added as unknown as KnownDelivery
}

export function deliveryKey(webhook: string, eventId: string): string {
  return `${webhook}/${eventId}`
}

export async function changeDelivery(
  req: PayloadRequest,
  id: string,
  { attempts, ...change }: DeliveryChange,
): Promise<void> {
  const data = { ...change, ...(attempts === undefined ? {} : { attempts: [...attempts] }) }
  await asRecorder(req, () =>
    req.payload.update({ collection: 'deliveries', id, data, depth: 0, req }),
  )
}

/** The newest of those in a state, as the database has them. */
export async function deliveriesOf(
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
  where: Parameters<BasePayload['db']['find']>[0]['where'],
  limit = 0,
): Promise<readonly KnownDelivery[]> {
  const { docs } = await req.payload.db.find<KnownDelivery>({
    collection: 'deliveries',
    ...(where === undefined ? {} : { where }),
    sort: ['-at', '-release'],
    limit,
    pagination: false,
    ...('transactionID' in req ? { req } : {}),
  })
  return docs
}

/** Does a piece of work on deliveries, whole or not at all. */
export async function together<T>(
  payload: BasePayload,
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, () => work(req))
}
