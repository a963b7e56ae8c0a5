import { randomInt } from 'node:crypto'
import type { BasePayload } from 'payload'
import { nextAttempt } from '../domain/delivery/index.ts'
import { env } from '../env.ts'
import { countOutcome } from '../sites/index.ts'
import type { AttemptResult, Sender } from './attempt.ts'
import { tryOnce } from './attempt.ts'
import type { DeliveryChange, KnownDelivery } from './deliveryRows.ts'
import { changeDelivery, deliveriesOf, together } from './deliveryRows.ts'
import { postOnce } from './sending/index.ts'
import { signedHeaders } from './signedHeaders.ts'
import { switchOff } from './switchOff.ts'
import { signersOf, silenceOf, siteOf, webhooks } from './webhookRows.ts'

export interface DeliveryOptions {
  readonly clock?: () => Date
  readonly send?: Sender
  /** Keys of the webhooks that something is being sent to; shared by the rounds of a process. */
  readonly busy?: Set<string>
}

/** What a round came to. */
export interface DeliveryReport {
  readonly delivered: number
  /** Those that are tried again. */
  readonly failed: number
  /** Those that are not. */
  readonly dead: number
}

/** At so many webhooks at once; the others wait for the next round. */
const mostAtOnce = 16

/** A process that took a delivery and said nothing for so long is taken for dead. */
const leaseMs = 2 * 60_000

/** As many tries as are kept. */
const mostKept = 30

const send: Sender = (post) => postOnce(post, { privateHosts: env.webhookPrivateHosts })

/**
 * Sends what is due: at several webhooks at once, so that a slow one holds up nobody, and one after
 * the other at each, the newest first. A delivery is taken in the database before it is sent, and
 * given back when its process dies: it arrives at least once, under the same id.
 */
export async function deliverDue(
  payload: BasePayload,
  options: DeliveryOptions = {},
): Promise<DeliveryReport> {
  const { clock = () => new Date(), busy = new Set() } = options
  const report = { delivered: 0, failed: 0, dead: 0 }
  const lanes: Promise<void>[] = []
  for (const webhook of await webhooksWithDue(payload, clock())) {
    if (busy.size >= mostAtOnce) break
    if (busy.has(webhook)) continue
    busy.add(webhook)
    const lane = deliverTo(payload, webhook, { ...options, clock }, report)
    lanes.push(
      lane.finally(() => {
        busy.delete(webhook)
      }),
    )
  }
  await Promise.all(lanes)
  return report
}

/** Looking takes nobody's turn to write. */
async function webhooksWithDue(payload: BasePayload, now: Date): Promise<readonly string[]> {
  const due = await deliveriesOf({ payload }, dueAt(now), 1000)
  return [...new Set(due.map(({ webhook }) => webhook))]
}

function dueAt(now: Date) {
  return {
    and: [{ state: { equals: 'pending' } }, { dueAt: { less_than_equal: now.toISOString() } }],
  }
}

type Settings = DeliveryOptions & { readonly clock: () => Date }
type Counts = { -readonly [Each in keyof DeliveryReport]: number }

async function deliverTo(
  payload: BasePayload,
  webhook: string,
  settings: Settings,
  report: Counts,
): Promise<void> {
  for (;;) {
    const claimed = await claim(payload, settings.clock(), { webhook: { equals: webhook } })
    if (claimed === undefined) return
    report[await deliverOne(payload, claimed, settings)] += 1
  }
}

/**
 * Takes the newest that is due for one try. Whoever comes second, in this process or another, finds
 * nothing: both write the same row, and one of them is undone.
 */
export function claim(
  payload: BasePayload,
  now: Date,
  which: Record<string, { readonly equals: string }>,
): Promise<KnownDelivery | undefined> {
  return together(payload, async (req) => {
    const [first] = await deliveriesOf(req, { and: [which, dueAt(now)] }, 1)
    if (first === undefined) return undefined
    const change = {
      tries: first.tries + 1,
      dueAt: new Date(now.getTime() + leaseMs).toISOString(),
    }
    await changeDelivery(req, first.id, change)
    return { ...first, ...change }
  })
}

/** Sends a delivery that was taken, and writes down what came of it. */
export async function deliverOne(
  payload: BasePayload,
  delivery: KnownDelivery,
  { clock, send: given = send }: Settings,
): Promise<keyof DeliveryReport> {
  const [webhook] = await webhooks({ payload }, [delivery.webhook])
  const site = webhook === undefined ? null : await siteOf(payload, webhook)
  const silence = silenceOf(webhook, site)
  if (webhook === undefined || silence !== undefined) {
    await settle(payload, delivery, { state: 'dead', dueAt: null, problem: silence ?? null })
    return 'dead'
  }
  const now = clock()
  const secrets = signersOf(webhook, now)
  if (secrets.length === 0) {
    await switchOff(payload, webhook.key, lostSecret)
    await settle(payload, delivery, { state: 'dead', dueAt: null, problem: lostSecret })
    return 'dead'
  }
  const body = JSON.stringify(delivery.event)
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Citegate-Webhooks/1.0',
    ...signedHeaders(delivery.eventId, now, body, secrets),
  }
  const result = await tryOnce(given, { url: webhook.address, headers, body }, clock)
  countOutcome('webhook', result.verdict)
  if (result.verdict === 'gone') await switchOff(payload, webhook.key, goneFor(result))
  const change = changeAfter(delivery, result, clock())
  await settle(payload, delivery, change, result)
  if (change.state === 'delivered') return 'delivered'
  const { logger } = payload
  logger.warn({
    code: change.state === 'dead' ? 'webhook-dead' : 'webhook-failed',
    ...{ webhook: webhook.key, site: delivery.site, release: delivery.release ?? null },
    msg: `The webhook ${webhook.key} was not told of ${delivery.eventId}: ${change.problem ?? ''}`,
  })
  return change.state === 'dead' ? 'dead' : 'failed'
}

const lostSecret =
  'Its secret cannot be made again: PAYLOAD_SECRET is another than it was made with. Make a new one, and switch it on.'

function goneFor({ attempt }: AttemptResult): string {
  return `It answered 410 Gone on ${attempt.at.slice(0, 10)}.`
}

function changeAfter(
  { tries, type }: KnownDelivery,
  { verdict, attempt, notBefore }: AttemptResult,
  now: Date,
): DeliveryChange {
  const at = now.toISOString()
  if (verdict === 'delivered') {
    return { state: 'delivered', deliveredAt: at, dueAt: null, problem: null }
  }
  // A test is for whoever looks at it now.
  const isLast = verdict === 'gone' || type === 'webhook.test'
  const chance = randomInt(1001) / 1000
  const next = isLast ? undefined : nextAttempt({ made: tries, at: now, notBefore, chance })
  const problem = attempt.problem ?? null
  return next === undefined
    ? { state: 'dead', dueAt: null, problem }
    : { state: 'pending', dueAt: next.toISOString(), problem }
}

/** What has been given up meanwhile stays so, unless it arrived after all. */
async function settle(
  payload: BasePayload,
  { id }: KnownDelivery,
  change: DeliveryChange,
  result?: AttemptResult,
): Promise<void> {
  await together(payload, async (req) => {
    const [now] = await deliveriesOf(req, { id: { equals: id } }, 1)
    if (now === undefined) return
    const attempts = [...(now.attempts ?? []), ...(result === undefined ? [] : [result.attempt])]
    const isOver = now.state !== 'pending' && change.state !== 'delivered'
    await changeDelivery(req, id, {
      ...(isOver ? {} : change),
      attempts: attempts.slice(-mostKept),
    })
  })
}
