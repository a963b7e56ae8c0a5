import type { CollectionSlug } from 'payload'
import { createLocalReq, initTransaction, killTransaction } from 'payload'
import { deliverMail } from '../../../src/mail/index.ts'
import { asRecorder } from '../../../src/records/index.ts'
import { openSiteGate } from '../../../src/siteRecords/index.ts'
import { documentOf } from '../support/newsroom.ts'
import type { Fields, Outcome } from './attack.ts'
import type { Probe } from './probe.ts'
import { answered, attempting, holds } from './probe.ts'
import { tried } from './throughLocalApi.ts'
import { sendAs } from './throughRest.ts'
import type { World } from './world.ts'
import { newDraft, step } from './world.ts'

export const records = [
  'deliveries',
  'notices',
  'receipts',
  'releases',
  'reviews',
  'site-keys',
  'texts',
] as const
export type RecordSlug = (typeof records)[number]

/** A record there is; people have been told something, so that each collection has one. */
async function someRecord(world: World, slug: RecordSlug): Promise<Fields & { id: string }> {
  const { docs } = await world.payload.db.find<Fields & { id: string }>({
    collection: slug,
    limit: 1,
    pagination: false,
  })
  const [found] = docs
  if (found !== undefined) return found
  throw new Error(`There is nothing in ${slug} yet.`)
}

const dayMs = 86_400_000

/** Sees to it that each collection of records has an entry. */
export async function makeRecords(world: World): Promise<void> {
  const { id } = await newDraft(world, 'claims')
  await assign(world, id)
  // What a notice says for the sender alone stands in it once a mail is out.
  await deliverMail(world.payload, () => new Date(Date.now() + dayMs))
  await makeReceipt(world)
  await makeDelivery(world)
}

/** What a webhook would be told. */
async function makeDelivery({ payload }: World): Promise<void> {
  const req = await createLocalReq({}, payload)
  const data = {
    key: 'some-webhook/some-event',
    webhook: 'some-webhook',
    site: 'some-site',
    type: 'webhook.test',
    eventId: 'some-event',
    state: 'dead',
    tries: 1,
    event: {},
    at: new Date().toISOString(),
  } as const
  await asRecorder(req, () => payload.create({ collection: 'deliveries', data, req }))
}

/** A site with a key, which has said what it applied. */
async function makeReceipt({ payload, people }: World): Promise<void> {
  const channel = { key: 'of-a-site', title: 'Of a site', jurisdiction: 'xx', language: 'de' }
  const { id } = documentOf(await people.admin.post('/channels', channel))
  await people.admin.post('/sites', { key: 'some-site', name: 'Some site', channels: [id] })
  const wish = { site: 'some-site', channels: [channel.key], scopes: ['receipts'] }
  const { body } = await people.admin.post('/site-keys/issue', wish)
  const gate = await openSiteGate(payload)
  try {
    const found = gate.keyOf(String(body['key']), new Date())
    const { docs } = await payload.find({ collection: 'releases', limit: 1, sort: '-number' })
    const [release] = docs
    if (!found.ok || release === undefined) throw new Error('There is no key, or no release.')
    const { digest, number } = release
    const receipt = { channels: [channel.key], release: number, digest, appliedAt: new Date() }
    await gate.receive(found.key, receipt, null)
  } finally {
    gate.close()
  }
}

async function assign({ people }: World, id: string): Promise<void> {
  await step(people.editor, 'claims', id, 'assign', { assignee: people.reviewer.user.key })
}

/** Tries something, and undoes it whatever came of it. */
async function undone(
  { payload }: World,
  work: (req: Awaited<ReturnType<typeof createLocalReq>>) => Promise<unknown>,
): Promise<Outcome> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    return await tried(work(req))
  } finally {
    await killTransaction(req)
  }
}

const byHand = { code: 'role' } as const
/** Payload's own refusal has no code. */
const atTheDoor = { code: undefined } as const

/** A program of ours that writes past access control is refused all the same. */
export const recordMade = (slug: RecordSlug): Probe =>
  attempting(async (world) => {
    const { id: _id, ...copy } = await someRecord(world, slug)
    const outcome = await undone(world, (req) =>
      world.payload.create({ collection: slug, data: copy as never, req }),
    )
    return answered(outcome, 403, byHand)
  })

export const recordDeleted = (slug: RecordSlug): Probe =>
  attempting(async (world) => {
    const { id } = await someRecord(world, slug)
    const outcome = await undone(world, (req) =>
      world.payload.delete({ collection: slug, id, req }),
    )
    return answered(outcome, 403, byHand)
  })

/** Nobody gets as far as that over REST. */
export const recordRequest = (slug: RecordSlug, action: 'create' | 'delete' | 'update'): Probe =>
  attempting(async (world) => {
    const { id, ...copy } = await someRecord(world, slug)
    const sent = {
      create: { method: 'POST', path: `/${slug}`, body: copy },
      update: { method: 'PATCH', path: `/${slug}/${id}`, body: copy },
      delete: { method: 'DELETE', path: `/${slug}/${id}` },
    }[action]
    return answered(await sendAs(world, world.people.admin, sent), 403, atTheDoor)
  })

export const copyMade = (slug: CollectionSlug): Probe =>
  attempting(async (world) => {
    const { docs } = await world.payload.db.find<{ id: string }>({
      collection: slug,
      limit: 1,
      pagination: false,
    })
    const id = String(docs[0]?.id)
    const outcome = await undone(world, (req) =>
      world.payload.duplicate({ collection: slug, id, req }),
    )
    return answered(outcome, 400, { message: /cannot be duplicated/ })
  })

export const closedToNobody = (slug: CollectionSlug): Probe =>
  attempting(async ({ payload }) =>
    answered(await tried(payload.find({ collection: slug, overrideAccess: false, limit: 1 })), 403),
  )

/** People read what they were told, and of that nothing that is for the sender. */
export const ownNotices = attempting(async ({ people, payload }) => {
  const all = await payload.db.count({ collection: 'notices' })
  const { body } = await people.otherEditor.get('/notices?limit=0')
  const seen = Number(body['totalDocs'])
  return holds(seen === 0 && all.totalDocs > 0, `somebody else reads ${String(seen)} notices`)
})

export const notShown = (field: string): Probe =>
  attempting(async ({ people }) => {
    const { body } = await people.reviewer.get('/notices?limit=1')
    const [first] = body['docs'] as Fields[]
    return holds(first !== undefined && !(field in first), `a notice shows its ${field}`)
  })

/** Who is asked to review is told. */
export const toldOfAssignment = attempting(async (world) => {
  const before = await world.payload.db.count({ collection: 'notices' })
  const { id } = await newDraft(world, 'claims')
  await assign(world, id)
  const after = await world.payload.db.count({ collection: 'notices' })
  return holds(after.totalDocs === before.totalDocs + 1, 'nobody was told')
})

/** Only administrators read what keys there are. */
export const keysByEditor = attempting(async (world) =>
  answered(await sendAs(world, world.people.editor, { method: 'GET', path: '/site-keys' }), 403),
)

/** What is not shown cannot be asked for letter by letter either. */
export const hashAsked = attempting(async (world) => {
  const path = '/site-keys?where[hash][like]=a'
  return answered(await sendAs(world, world.people.admin, { method: 'GET', path }), 400)
})
