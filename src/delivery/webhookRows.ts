import type { BasePayload, PayloadRequest } from 'payload'
import { env } from '../env.ts'
import type { Site, Webhook } from '../payload-types.ts'
import type { KeptSecret } from './secrets.ts'
import { signingSecrets } from './secrets.ts'

/** A webhook with what the program keeps of it, and its site. */
export type KnownWebhook = Webhook & {
  readonly secrets?: readonly KeptSecret[] | null
  readonly since?: number | null
  readonly site: string
}

type Asking = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

/** The webhooks with these keys, or all that are on. */
export async function webhooks(
  asking: Asking,
  keys: readonly string[] | 'on',
): Promise<readonly KnownWebhook[]> {
  const { docs } = await asking.payload.db.find<KnownWebhook>({
    collection: 'webhooks',
    where: keys === 'on' ? { isOn: { equals: true } } : { key: { in: [...keys] } },
    limit: 0,
    pagination: false,
    ...('transactionID' in asking ? { req: asking } : {}),
  })
  return docs
}

/** Why nothing is sent to a webhook, in a sentence; undefined: something is. */
export function silenceOf(
  webhook: KnownWebhook | undefined,
  site: Site | null,
): string | undefined {
  if (webhook === undefined) return 'The webhook is gone.'
  if (webhook.isOn !== true) return 'The webhook is off.'
  if (site === null || site.isRetired === true) return 'Its site is retired.'
  if (secretsOf(webhook).length === 0) return 'The webhook has no secret yet.'
  return undefined
}

export function siteOf({ db }: BasePayload, { site }: KnownWebhook): Promise<Site | null> {
  return db.findOne<Site>({ collection: 'sites', where: { id: { equals: site } } })
}

export function secretsOf({ secrets }: KnownWebhook): readonly KeptSecret[] {
  return secrets ?? []
}

/** What signs for a webhook today; none where this installation has another secret than it had. */
export function signersOf(webhook: KnownWebhook, now: Date): readonly string[] {
  const source = { installation: env.secret, webhook: webhook.key }
  return signingSecrets(source, secretsOf(webhook), now)
}
