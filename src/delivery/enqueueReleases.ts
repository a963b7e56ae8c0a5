import type { BasePayload } from 'payload'
import type { Channel, Site } from '../payload-types.ts'
import { addDelivery, changeDelivery, deliveriesOf, deliveryKey, together } from './deliveryRows.ts'
import type { NewDelivery } from './deliveryRows.ts'
import type { EventMaker, ListedRelease } from './releaseEvents.ts'
import { eventMaker, releaseEventId } from './releaseEvents.ts'
import type { KnownWebhook } from './webhookRows.ts'
import { silenceOf, siteOf, webhooks } from './webhookRows.ts'

/** As many releases a webhook is told of at once, after it was off: those before are history. */
const mostMissed = 20

/**
 * Writes down for each webhook what it has to be told, once for each release. What is missing is
 * found by comparing the list of releases with the deliveries, and not left to the moment of the
 * release: whenever a process dies, the next round finds the same. A newer release takes the place
 * of one that is still waiting, since whoever pulls has both then.
 *
 * @returns how many deliveries are new and waiting
 */
export async function enqueueReleases(payload: BasePayload, now: Date): Promise<number> {
  const on = await webhooks({ payload }, 'on')
  if (on.length === 0) return 0
  const listed = await newestReleases(payload)
  const [newest] = listed
  if (newest === undefined) return 0
  let added = 0
  let makeEvent: EventMaker | undefined
  for (const webhook of on) {
    const site = await siteOf(payload, webhook)
    if (site === null || silenceOf(webhook, site) !== undefined) continue
    const last = await lastTold(payload, webhook)
    const missed = listed.filter(({ number }) => number > last)
    if (missed.length === 0) continue
    makeEvent ??= await eventMaker()
    if (await enqueue(payload, { webhook, site, missed, makeEvent, now })) added += 1
  }
  return added
}

/** The newest first. */
async function newestReleases({ db }: BasePayload): Promise<readonly ListedRelease[]> {
  const { docs } = await db.find<ListedRelease>({
    collection: 'releases',
    sort: '-number',
    limit: mostMissed,
    pagination: false,
  })
  return docs
}

/** The newest release a webhook has a delivery of, or the one after which it began. */
async function lastTold(payload: BasePayload, { key, since }: KnownWebhook): Promise<number> {
  const { docs } = await payload.db.find<{ readonly release: number }>({
    collection: 'deliveries',
    where: { and: [{ webhook: { equals: key } }, { release: { exists: true } }] },
    sort: '-release',
    limit: 1,
    pagination: false,
  })
  return Math.max(docs[0]?.release ?? 0, since ?? 0)
}

interface Missed {
  readonly webhook: KnownWebhook
  readonly site: Site
  /** The newest first. */
  readonly missed: readonly ListedRelease[]
  readonly makeEvent: EventMaker
  readonly now: Date
}

async function enqueue(payload: BasePayload, told: Missed): Promise<boolean> {
  const { webhook, site, missed, makeEvent, now } = told
  const channels = await channelsOf(payload, site)
  const events: Pick<NewDelivery, 'event' | 'eventId' | 'release'>[] = []
  for (const release of missed) {
    const event = await makeEvent(release, channels)
    events.push({ release: release.number, eventId: releaseEventId(release), event })
  }
  return together(payload, async (req) => {
    const [newest] = events
    const key = deliveryKey(webhook.key, newest?.eventId ?? '')
    // Another process may have been faster.
    if ((await deliveriesOf(req, { key: { equals: key } }, 1)).length > 0) return false
    const waiting = await deliveriesOf(req, {
      and: [
        ...[{ webhook: { equals: webhook.key } }, { state: { equals: 'pending' } }],
        { release: { exists: true } },
      ],
    })
    for (const { id } of waiting) {
      await changeDelivery(req, id, { state: 'superseded', dueAt: null })
    }
    for (const each of events) {
      const isNewest = each === newest
      await addDelivery(req, {
        ...{ webhook, site, ...each, at: now },
        state: isNewest ? 'pending' : 'superseded',
        dueAt: isNewest ? now : null,
      })
    }
    return true
  })
}

async function channelsOf({ db }: BasePayload, { channels }: Site): Promise<readonly string[]> {
  const { docs } = await db.find<Channel>({
    collection: 'channels',
    where: { id: { in: channels.map(String) } },
    limit: 0,
    pagination: false,
  })
  return docs.map(({ key }) => key)
}
