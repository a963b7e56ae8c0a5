import { randomUUID } from 'node:crypto'
import type { BasePayload, PayloadRequest } from 'payload'
import type { MadeSecret, SecretView } from '../domain/delivery/index.ts'
import { env } from '../env.ts'
import { testEvent } from '../feeds/index.ts'
import { refusal } from '../refusal.ts'
import { inTransaction } from '../records/index.ts'
import type { Sender } from './attempt.ts'
import { claim, deliverOne } from './deliverDue.ts'
import type { KnownDelivery } from './deliveryRows.ts'
import { addDelivery, changeDelivery, deliveriesOf, together } from './deliveryRows.ts'
import { currentSecrets, newSecret, withNewSecret } from './secrets.ts'
import type { KnownWebhook } from './webhookRows.ts'
import { secretsOf, silenceOf, siteOf, webhooks } from './webhookRows.ts'

/**
 * Gives a webhook a new secret. The ones before it go on signing for a while.
 *
 * @throws a refusal (404) when there is no such webhook
 */
export function makeSecret(
  req: PayloadRequest,
  id: string,
  overlapHours: number,
  now: Date,
): Promise<MadeSecret> {
  return inTransaction(req, async () => {
    const webhook = await webhookAt(req, id)
    const fresh = newSecret({ installation: env.secret, webhook: webhook.key }, now)
    const before = secretsOf(webhook)
    const secrets = withNewSecret(before, fresh.kept, now, overlapHours * 3_600_000)
    await req.payload.update({
      collection: 'webhooks',
      id,
      data: {
        secrets: secrets.map((each) => ({ ...each })),
        ...(before.length === 0 ? { since: await newestRelease(req) } : {}),
      },
      depth: 0,
      req,
    })
    const [, last] = secrets
    return {
      secret: fresh.secret,
      fingerprint: fresh.kept.fingerprint,
      othersUntil: last?.until ?? null,
    }
  })
}

async function webhookAt(req: PayloadRequest, id: string): Promise<KnownWebhook> {
  const found = await req.payload.db.findOne<KnownWebhook>({
    collection: 'webhooks',
    where: { id: { equals: id } },
    req,
  })
  if (found === null) throw refusal('not-found', 'There is no such webhook. Reload the list.')
  return found
}

async function newestRelease(req: PayloadRequest): Promise<number> {
  const { docs } = await req.payload.db.find<{ readonly number: number }>({
    collection: 'releases',
    sort: '-number',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.number ?? 0
}

/** The secrets of a webhook that sign today, by their fingerprints. */
export async function secretViews(
  req: PayloadRequest,
  id: string,
  now: Date,
): Promise<readonly SecretView[]> {
  return currentSecrets(secretsOf(await webhookAt(req, id)), now).map(
    ({ fingerprint, since, until }) => ({ fingerprint, since, until }),
  )
}

export interface ByHandOptions {
  readonly clock: () => Date
  readonly send?: Sender
}

/**
 * Tries a webhook out, once and at once.
 *
 * @returns the delivery as it ended
 * @throws a refusal (404, 409) when there is no such webhook, or nothing is sent to it
 */
export async function sendTest(
  req: PayloadRequest,
  id: string,
  options: ByHandOptions,
): Promise<KnownDelivery> {
  const { payload } = req
  const webhook = await webhookAt(req, id)
  const site = await siteOf(payload, webhook)
  const silence = silenceOf(webhook, site)
  if (site === null || silence !== undefined) {
    throw refusal('state', `${silence ?? ''} Nothing was sent.`)
  }
  const now = options.clock()
  const { id: delivery } = await together(payload, (own) =>
    addDelivery(own, {
      ...{ webhook, site, release: null, state: 'pending', at: now, dueAt: now },
      eventId: `test-${randomUUID()}`,
      event: testEvent(env.publicUrl, { site: site.key, webhook: webhook.key }, now),
    }),
  )
  return deliverNow(payload, delivery, options)
}

/**
 * Sends a delivery again, at once and then by the schedule from its start: the same event under the
 * same id, so that a receiver that has it already can tell.
 *
 * @returns the delivery after the first try
 * @throws a refusal (404, 409) when there is no such delivery, it is still waiting, or nothing is
 *   sent to its webhook
 */
export async function sendAgain(
  req: PayloadRequest,
  id: string,
  options: ByHandOptions,
): Promise<KnownDelivery> {
  const { payload } = req
  await inTransaction(req, async () => {
    const [delivery] = await deliveriesOf(req, { id: { equals: id } }, 1)
    if (delivery === undefined) {
      throw refusal('not-found', 'There is no such delivery any more. Reload the list.')
    }
    if (delivery.state === 'pending') {
      throw refusal('state', 'It is still waiting to be sent by itself. Nothing was done.')
    }
    const [webhook] = await webhooks(req, [delivery.webhook])
    const silence = silenceOf(
      webhook,
      webhook === undefined ? null : await siteOf(payload, webhook),
    )
    if (silence !== undefined) throw refusal('state', `${silence} Nothing was sent.`)
    const dueAt = options.clock().toISOString()
    await changeDelivery(req, id, { state: 'pending', tries: 0, dueAt, deliveredAt: null })
  })
  return deliverNow(payload, id, options)
}

/** Unless a round has taken it by now. */
async function deliverNow(
  payload: BasePayload,
  id: string,
  options: ByHandOptions,
): Promise<KnownDelivery> {
  const claimed = await claim(payload, options.clock(), { id: { equals: id } })
  if (claimed !== undefined) await deliverOne(payload, claimed, options)
  const [ended] = await deliveriesOf({ payload }, { id: { equals: id } }, 1)
  if (ended === undefined) throw new Error(`The delivery ${id} has vanished while it was sent.`)
  return ended
}
