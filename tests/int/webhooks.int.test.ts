import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BasePayload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import configPromise from '../../payload.config.ts'
import { takeBackup } from '../../src/backup/index.ts'
import {
  deliverDue,
  enqueueReleases,
  pruneDeliveries,
  startDeliveryRounds,
} from '../../src/delivery/index.ts'
import { countedOutcomes } from '../../src/sites/index.ts'
import type { Attempt, KnownDelivery } from '../../src/delivery/index.ts'
import { retryDelaysMs } from '../../src/domain/delivery/index.ts'
import { env } from '../../src/env.ts'
import type { ReleasePublished } from '../../src/feeds/index.ts'
import { publishRelease } from '../../src/publish/index.ts'
import type { Answer, Citegate } from './support/citegate.ts'
import { startCitegate } from './support/citegate.ts'
import type { Newsroom } from './support/newsroom.ts'
import {
  claimDraft,
  documentOf,
  liveStudy,
  newsroom,
  publishSigned,
  refusalOf,
  review,
  therapyDraft,
  usChannel,
} from './support/newsroom.ts'
import type { Receiver } from './support/receiver.ts'
import { startReceiver, taking, verified } from './support/receiver.ts'
import { onMongo } from './support/settings.ts'

// The settings are read when the first file of the program is.
await vi.hoisted(async () => {
  const process = await import('node:process')
  process.env['WEBHOOK_PRIVATE_HOSTS'] = '127.0.0.1'
})

let citegate: Citegate
let people: Newsroom
let receiver: Receiver
let site: { id: string; key: string }
let channel: { id: string }

beforeAll(async () => {
  citegate = await startCitegate()
  people = await newsroom(citegate)
  channel = await usChannel(people.admin)
  site = documentOf(
    await people.admin.post('/sites', { name: 'Example Site', channels: [channel.id] }),
  )
  await change()
})

beforeEach(async () => {
  receiver = await startReceiver()
})

afterEach(async () => {
  await receiver.stop()
  const { docs } = await citegate.payload.find({ collection: 'webhooks', limit: 0 })
  for (const { id } of docs) await citegate.payload.delete({ collection: 'webhooks', id })
  // What still waits is given up: its webhook is gone.
  await round(1e7)
})

afterAll(() => citegate.stop())

let made = 0

interface Hook {
  readonly id: string
  readonly key: string
  readonly secret: string
}

async function webhook(fields: Record<string, unknown> = {}): Promise<Hook> {
  made += 1
  const { id, key } = documentOf(
    await people.admin.post('/webhooks', {
      name: `Hook ${String(made)}`,
      site: site.id,
      address: receiver.url,
      ...fields,
    }),
  )
  const { status, body } = await people.admin.post(`/webhooks/${id}/secret`, {})
  expect(status, JSON.stringify(body)).toBe(200)
  return { id, key, secret: String(body['secret']) }
}

/** Changes what the feed says, and releases it. */
async function change(): Promise<{ readonly release: number }> {
  made += 1
  await people.admin.patch(`/channels/${channel.id}`, { title: `Title ${String(made)}` })
  const { outcome, release } = await publishRelease(citegate.payload)
  expect(outcome).toBe('released')
  return { release }
}

async function liveClaim(): Promise<Record<'id' | 'key' | 'study', string>> {
  const study = await liveStudy(people.editor)
  const therapy = await therapyDraft(people.editor, 'invented-therapy')
  const claim = await claimDraft(people.editor, therapy.id, study.id)
  await publishSigned(people, 'claims', claim.id)
  return { ...claim, study: study.key }
}

const deliveriesOf = async ({ key }: Hook): Promise<readonly KnownDelivery[]> => {
  const { docs } = await citegate.payload.db.find<KnownDelivery>({
    collection: 'deliveries',
    where: { webhook: { equals: key } },
    sort: 'release',
    limit: 0,
    pagination: false,
  })
  return docs
}

const statesOf = async (hook: Hook) => (await deliveriesOf(hook)).map(({ state }) => state)

/** One round, some seconds from now. */
async function round(seconds = 0, payload: BasePayload = citegate.payload) {
  const clock = () => new Date(Date.now() + seconds * 1000)
  await enqueueReleases(payload, clock())
  return deliverDue(payload, { clock })
}

const one = { delivered: 1, failed: 0, dead: 0 }
const none = { delivered: 0, failed: 0, dead: 0 }

describe('a release', () => {
  it('is told once to each webhook, signed, with what was taken down', async () => {
    const hook = await webhook()
    const claim = await liveClaim()
    const { release } = await change()
    expect(await round()).toEqual(one)
    await review(people.editor, 'claims', claim.id, 'withdraw', {
      ...{ reason: 'It was retracted.', kind: 'evidence' },
    })
    const date = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string
    const withdrawn = await publishRelease(citegate.payload)
    expect(await round()).toEqual(one)
    expect(await round(1)).toEqual(none)
    expect(receiver.received).toHaveLength(2)
    const [first, second] = receiver.received.map((each) => verified(each, hook.secret))
    expect(first).toMatchObject({ type: 'release.published', data: { release } })
    const listed = (await citegate.payload.find({ collection: 'releases', limit: 1 })).docs[0]
    expect(second).toEqual({
      $schema: 'https://feeds.example.org/feeds/v1/schema/release-published.json',
      type: 'release.published',
      timestamp: listed?.at,
      data: {
        feed: 'https://feeds.example.org/feeds/v1/',
        release: withdrawn.release,
        digest: listed?.digest,
        channels: [
          {
            ...{ channel: 'us-en', changes: `us-en/changes/${String(withdrawn.release)}.json` },
            ...{ added: 0, changed: 0, withdrawn: 2 },
            withdrawals: [
              {
                ...{ kind: 'claim', key: claim.key, reasonKind: 'withdrawn' },
                ...{ withdrawalKind: 'evidence', reason: 'It was retracted.', date },
              },
              {
                ...{ kind: 'study', key: claim.study, reasonKind: 'left-channel', date },
                reason: 'It is no longer published in this channel.',
              },
            ],
          },
        ],
      },
    })
    expect(receiver.received[0]).toMatchObject({
      path: '/hooks/citegate',
      headers: { 'content-type': 'application/json', 'user-agent': 'Citegate-Webhooks/1.0' },
    })
    expect(await statesOf(hook)).toEqual(['delivered', 'delivered'])
    const [kept] = await deliveriesOf(hook)
    expect(kept?.attempts).toEqual([
      { at: expect.any(String) as string, ms: expect.any(Number) as number, status: 204 },
    ])
  })

  it('is told to several webhooks under one id, and only of the channels of their site', async () => {
    const elsewhere = documentOf(
      await people.admin.post('/channels', {
        ...{ key: 'gb-en', title: 'United Kingdom', jurisdiction: 'gb', language: 'en' },
      }),
    )
    const other = documentOf(
      await people.admin.post('/sites', { name: 'Other Site', channels: [elsewhere.id] }),
    )
    const [here, there] = [await webhook(), await webhook({ site: other.id })]
    await change()
    expect(await round()).toEqual({ ...one, delivered: 2 })
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(ids[0]).toBe(ids[1])
    const channels = new Map(
      (await Promise.all([here, there].map(deliveriesOf))).flat().map((each) => {
        const { data } = each.event as ReleasePublished
        return [each.site, data.channels.map((told) => told.channel)]
      }),
    )
    expect(channels).toEqual(
      new Map([
        ['example-site', ['us-en']],
        ['other-site', ['gb-en']],
      ]),
    )
  })

  it('is not told of what was before a webhook had its secret, nor where it has none', async () => {
    await change()
    const bare = documentOf(
      await people.admin.post('/webhooks', {
        ...{ name: 'Bare', site: site.id, address: receiver.url },
      }),
    )
    await webhook()
    expect(await round()).toEqual(none)
    await change()
    expect(await round()).toEqual(one)
    const told = await people.admin.get(`/deliveries?where[webhook][equals]=${bare.key}`)
    expect(told.body['totalDocs']).toBe(0)
    const refused = await people.admin.post(`/webhooks/${bare.id}/test`, {})
    expect([refused.status, refusalOf(refused).message]).toEqual([
      409,
      'The webhook has no secret yet. Nothing was sent.',
    ])
  })

  it('that a process did not live to tell is told by the next one, and none twice', async () => {
    const hook = await webhook()
    const missed = [await change(), await change(), await change()].map(({ release }) => release)
    const other = onMongo
      ? await new BasePayload().init({ config: configPromise })
      : citegate.payload
    const reports = await Promise.all([round(0), round(0, other)])
    expect(reports.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1)
    if (onMongo) await other.destroy()
    expect(receiver.received.map((each) => verified(each, hook.secret))).toMatchObject([
      { data: { release: missed[2] } },
    ])
    const deliveries = await deliveriesOf(hook)
    expect(deliveries.map(({ release, state }) => [release, state])).toEqual([
      [missed[0], 'superseded'],
      [missed[1], 'superseded'],
      [missed[2], 'delivered'],
    ])
  })

  it('takes the place of one that is still waiting', async () => {
    const hook = await webhook()
    receiver.answers = (res) => res.writeHead(500).end('broken')
    await change()
    expect(await round()).toMatchObject({ failed: 1 })
    await change()
    receiver.answers = taking
    expect(await round()).toEqual(one)
    expect(await round(24 * 3600)).toEqual(none)
    expect(await statesOf(hook)).toEqual(['superseded', 'delivered'])
  })

  it('reaches receivers within seconds, by rounds that no slow one holds up', async () => {
    const slow = await startReceiver()
    slow.answers = () => undefined
    await webhook({ address: slow.url })
    const hook = await webhook()
    const stop = startDeliveryRounds(citegate.payload)
    try {
      const told: unknown[] = []
      for (let n = 0; n < 2; n += 1) {
        const { release } = await change()
        await vi.waitFor(
          () => {
            expect(receiver.received).toHaveLength(n + 1)
          },
          { timeout: 15_000, interval: 50 },
        )
        told.push(release)
      }
      const events = receiver.received.map((each) => verified(each, hook.secret))
      expect(events).toMatchObject(told.map((release) => ({ data: { release } })))
      expect(slow.received).toHaveLength(1)
    } finally {
      stop()
      await slow.stop()
    }
    await vi.waitFor(async () => {
      expect((await statesOf(hook)).every((state) => state === 'delivered')).toBe(true)
    })
  })
})

const failures = () =>
  countedOutcomes().find(({ what, outcome }) => what === 'webhook' && outcome === 'failed')
    ?.count ?? 0

describe('a receiver that fails', () => {
  it('is tried by the schedule, then no more, and shown why', async () => {
    const hook = await webhook()
    receiver.answers = (res) => res.writeHead(500).end('<b>broken\u0000\u202e</b>')
    await change()
    const before = failures()
    let seconds = 0
    const outcomes: string[] = []
    for (const [tried, delay] of retryDelaysMs.entries()) {
      if (tried > 0) expect(await round(seconds + delay / 1000 - 1)).toEqual(none)
      // A tenth longer at most, and what has passed of the clock meanwhile.
      seconds += (delay / 1000) * 1.1 + 5
      const report = await round(seconds)
      outcomes.push(report.failed === 1 ? 'failed' : report.dead === 1 ? 'dead' : 'none')
    }
    expect(outcomes).toEqual([...Array<string>(9).fill('failed'), 'dead'])
    expect(await round(seconds + 100 * 3600)).toEqual(none)
    expect(receiver.received).toHaveLength(10)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
    expect(failures() - before).toBe(10)
    const [delivery] = await deliveriesOf(hook)
    expect(delivery).toMatchObject({ state: 'dead', problem: 'It answered 500.', tries: 10 })
    expect(delivery?.dueAt ?? null).toBeNull()
    expect(delivery?.attempts).toHaveLength(10)
    expect(delivery?.attempts?.[0]).toMatchObject({ status: 500, answer: '<b>broken </b>' })
  })

  it('is left alone for as long as it asks', async () => {
    const hook = await webhook()
    receiver.answers = (res) => res.writeHead(503, { 'Retry-After': '3600' }).end()
    await change()
    expect(await round()).toMatchObject({ failed: 1 })
    receiver.answers = taking
    expect(await round(3500)).toEqual(none)
    expect(await round(3700)).toEqual(one)
    const [delivery] = await deliveriesOf(hook)
    expect(delivery?.attempts?.map(({ status }) => status)).toEqual([503, 204])
  })

  it('and answers 410 is sent nothing more, until somebody switches it on again', async () => {
    const hook = await webhook()
    receiver.answers = (res) => res.writeHead(410).end()
    await change()
    expect(await round()).toEqual({ ...none, dead: 1 })
    const off = (await people.admin.get(`/webhooks/${hook.id}`)).body
    expect(off).toMatchObject({ isOn: false })
    expect(off['offReason']).toMatch(/^It answered 410 Gone on \d{4}-\d\d-\d\d\.$/)
    receiver.answers = taking
    await change()
    expect(await round(10)).toEqual(none)
    const on = await people.admin.patch(`/webhooks/${hook.id}`, { isOn: true })
    expect(documentOf(on)).toMatchObject({ isOn: true, offReason: null })
    expect(await round(20)).toEqual(one)
    expect(await statesOf(hook)).toEqual(['dead', 'delivered'])
  })

  it('by redirecting is not followed, and told what to do', async () => {
    const elsewhere = await startReceiver()
    const hook = await webhook()
    receiver.answers = (res) => res.writeHead(308, { Location: elsewhere.url }).end()
    await change()
    expect(await round()).toMatchObject({ failed: 1 })
    expect(elsewhere.received).toEqual([])
    await elsewhere.stop()
    const [delivery] = await deliveriesOf(hook)
    expect(delivery?.problem).toMatch(/^It answered 308: a redirect, which is not followed/)
  })

  it('by being away, closing or babbling is tried again', async () => {
    const hook = await webhook()
    await change()
    receiver.answers = (res) => res.socket?.destroy()
    expect(await round()).toMatchObject({ failed: 1 })
    await receiver.stop()
    expect(await round(30)).toMatchObject({ failed: 1 })
    const problems = (await deliveriesOf(hook))[0]?.attempts?.map(({ problem }) => problem)
    expect(problems).toEqual([
      expect.stringMatching(/^ECONNRESET/),
      expect.stringMatching(/^ECONNREFUSED/),
    ])
  })

  it('is told by the next process when one dies while it waits', async () => {
    const hook = await webhook()
    await change()
    await enqueueReleases(citegate.payload, new Date())
    const never = () => new Promise<never>(() => undefined)
    void deliverDue(citegate.payload, { send: never })
    await vi.waitFor(async () => {
      expect((await deliveriesOf(hook))[0]?.tries).toBe(1)
    })
    expect(await round(60)).toEqual(none)
    expect(await round(130)).toEqual(one)
  })
})

describe('a webhook', () => {
  it('leads to the public Internet, or where the operator says', async () => {
    for (const address of [
      ...['http://site.example/', 'https://localhost/', 'https://10.0.0.1/', 'https://[::1]/'],
      ...['https://169.254.169.254/latest/meta-data/', 'https://user:word@site.example/', ''],
    ]) {
      const body = { name: 'Inside', site: site.id, address }
      expect((await people.admin.post('/webhooks', body)).status, address).toBe(400)
    }
    const hook = await webhook()
    const moved = await people.admin.patch(`/webhooks/${hook.id}`, { address: 'https://0x7f.2/' })
    expect(moved.status).toBe(400)
    expect((await people.admin.get(`/webhooks/${hook.id}`)).body['address']).toBe(receiver.url)
  })

  it('whose name begins to lead inside is not told', async () => {
    const hook = await webhook()
    // What a person could not save, a hand in the database could.
    await citegate.payload.db.updateOne({
      collection: 'webhooks',
      id: hook.id,
      data: { address: 'https://localhost.:1/' },
      returning: false,
    })
    await change()
    expect(await round()).toMatchObject({ failed: 1 })
    const [delivery] = await deliveriesOf(hook)
    expect(delivery?.problem).toMatch(/is a name of this machine/)
    expect((await people.admin.patch(`/webhooks/${hook.id}`, { isOn: false })).status).toBe(200)
  })

  it('is kept by administrators alone', async () => {
    const hook = await webhook()
    const body = { name: 'Mine', site: site.id, address: 'https://site.example/' }
    for (const person of [people.editor, people.reviewer]) {
      const answers: Answer[] = [
        await person.get('/webhooks'),
        await person.get(`/webhooks/${hook.id}`),
        await person.post('/webhooks', body),
        await person.patch(`/webhooks/${hook.id}`, { isOn: false }),
        await person.delete(`/webhooks/${hook.id}`),
        await person.get(`/webhooks/${hook.id}/secret`),
        await person.post(`/webhooks/${hook.id}/secret`, {}),
        await person.post(`/webhooks/${hook.id}/test`, {}),
      ]
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(403))
    }
    expect((await citegate.stranger.post(`/webhooks/${hook.id}/test`, {})).status).toBe(401)
  })

  it('is tried out at once, and a failing trial is not repeated', async () => {
    const hook = await webhook()
    const sent = await people.admin.post(`/webhooks/${hook.id}/test`, {})
    expect(sent).toMatchObject({ status: 200, body: { state: 'delivered', problem: null } })
    expect(receiver.received.map((each) => verified(each, hook.secret))).toMatchObject([
      { type: 'webhook.test', data: { site: 'example-site', webhook: hook.key } },
    ])
    receiver.answers = (res) => res.writeHead(401).end('Who are you?')
    const failed = await people.admin.post(`/webhooks/${hook.id}/test`, {})
    expect(failed.body).toMatchObject({
      ...{ state: 'dead', problem: 'It answered 401.', dueAt: null },
      attempt: { status: 401, answer: 'Who are you?' },
    })
    expect(await round(3600)).toEqual(none)
  })

  it('of a retired site, or that is off or gone, is sent nothing, and what waited is given up', async () => {
    const leaving = documentOf(
      await people.admin.post('/sites', { name: 'Leaving Site', channels: [channel.id] }),
    )
    const hooks = {
      retired: await webhook({ site: leaving.id }),
      off: await webhook(),
      gone: await webhook(),
    }
    await change()
    await enqueueReleases(citegate.payload, new Date())
    await people.admin.patch(`/sites/${leaving.id}`, { isRetired: true })
    await people.admin.patch(`/webhooks/${hooks.off.id}`, { isOn: false })
    expect((await people.admin.delete(`/webhooks/${hooks.gone.id}`)).status).toBe(200)
    expect(await round()).toEqual({ ...none, dead: 3 })
    expect(receiver.received).toEqual([])
    const problems = await Promise.all(
      Object.values(hooks).map(async (hook) => (await deliveriesOf(hook))[0]?.problem),
    )
    expect(problems).toEqual([
      'Its site is retired.',
      'The webhook is off.',
      'The webhook is gone.',
    ])
    await change()
    expect(await round()).toEqual(none)
  })
})

describe('a secret', () => {
  it('is changed while both the old and the new one sign', async () => {
    const hook = await webhook()
    const path = `/webhooks/${hook.id}/secret`
    const fresh = (await people.admin.post(path, { overlapHours: 24 })).body
    const seen = (await people.admin.get(path)).body['secrets'] as Record<string, unknown>[]
    expect(seen.map(({ until }) => until)).toEqual([null, fresh['othersUntil']])
    expect(seen[0]?.['fingerprint']).toBe(fresh['fingerprint'])
    await people.admin.post(`/webhooks/${hook.id}/test`, {})
    const [both] = receiver.received
    if (both === undefined) throw new Error('Nothing arrived.')
    expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(2)
    expect(verified(both, hook.secret)).toEqual(verified(both, String(fresh['secret'])))

    const last = (await people.admin.post(path, { overlapHours: 0 })).body
    await people.admin.post(`/webhooks/${hook.id}/test`, {})
    const alone = receiver.received[1]
    if (alone === undefined) throw new Error('Nothing more arrived.')
    expect(verified(alone, String(last['secret']))).toMatchObject({ type: 'webhook.test' })
    expect(() => verified(alone, String(fresh['secret']))).toThrow()
    expect(() => verified(alone, hook.secret)).toThrow()
    const odd = await Promise.all(
      [{ overlapHours: -1 }, { overlapHours: 1e9 }, { overlapHours: 'x' }, { secret: 'mine' }].map(
        (body) => people.admin.post(path, body),
      ),
    )
    expect(odd.map(({ status }) => status)).toEqual([400, 400, 400, 400])
  })

  it('comes out of no API a second time, nor what it is made from', async () => {
    const hook = await webhook()
    const stored = await citegate.payload.db.findOne<{ id: string; secrets: { salt: string }[] }>({
      collection: 'webhooks',
      where: { id: { equals: hook.id } },
    })
    const salt = String(stored?.secrets[0]?.salt)
    expect(salt).toMatch(/^[0-9a-f]{64}$/)
    await change()
    await round()
    const { admin } = people
    const forged = { secrets: [], since: 0 }
    const answers = [
      await admin.get('/webhooks?limit=0&depth=3&showHiddenFields=true'),
      await admin.get(`/webhooks/${hook.id}?depth=3&select[secrets]=true`),
      await admin.patch(`/webhooks/${hook.id}`, { name: 'Another name', ...forged }),
      await admin.get(`/webhooks/${hook.id}/secret`),
      await admin.get('/deliveries?limit=0&depth=3'),
      await admin.get('/access'),
      await people.editor.get('/deliveries?limit=0'),
    ]
    const told = JSON.stringify(answers)
    for (const word of [hook.secret, hook.secret.slice(6), salt]) expect(told).not.toContain(word)
    for (const path of [
      `/webhooks?where[secrets][contains]=${salt.slice(0, 4)}`,
      `/webhooks?where[secrets.salt][equals]=${salt}`,
      '/webhooks?where[since][greater_than]=0',
      '/webhooks?sort=secrets',
    ]) {
      const answer = await admin.get(path)
      const isTold = answer.status === 200 && JSON.stringify(answer.body).includes(salt)
      expect(isTold, path).toBe(false)
      if (path.includes('where')) expect(answer.status, path).toBe(400)
    }
    const after = await citegate.payload.db.findOne<{ id: string; secrets: { salt: string }[] }>({
      collection: 'webhooks',
      where: { id: { equals: hook.id } },
    })
    expect(after?.secrets[0]?.salt).toBe(salt)
  })

  it('is in no backup', async () => {
    const hook = await webhook()
    const folder = await mkdtemp(path.join(tmpdir(), 'citegate-backup-'))
    await takeBackup(citegate.payload, { folder, now: new Date() })
    const lines = await readFile(path.join(folder, 'webhooks.jsonl'), 'utf8')
    await rm(folder, { recursive: true })
    expect(lines).toContain(hook.key)
    const bytes = Buffer.from(hook.secret.slice(6), 'base64')
    for (const form of [hook.secret.slice(6), bytes.toString('hex')]) {
      expect(lines).not.toContain(form)
    }
  })

  it('that cannot be made again switches its webhook off, and a new one mends it', async () => {
    const hook = await webhook()
    await change()
    const own = vi
      .spyOn(env, 'secret', 'get')
      .mockReturnValue('another secret than it was made with')
    try {
      expect(await round()).toEqual({ ...none, dead: 1 })
      const off = (await people.admin.get(`/webhooks/${hook.id}`)).body
      expect([off['isOn'], off['offReason']]).toEqual([
        false,
        expect.stringMatching(/^Its secret cannot be made again/),
      ])
      const { body } = await people.admin.post(`/webhooks/${hook.id}/secret`, {})
      await people.admin.patch(`/webhooks/${hook.id}`, { isOn: true })
      const [dead] = await deliveriesOf(hook)
      const again = await people.admin.post(`/deliveries/${String(dead?.id)}/resend`, {})
      expect(again.body).toMatchObject({ state: 'delivered' })
      expect(receiver.received.map((each) => verified(each, String(body['secret'])))).toHaveLength(
        1,
      )
    } finally {
      own.mockRestore()
    }
  })
})

describe('a delivery', () => {
  const dead = async () => {
    const hook = await webhook()
    receiver.answers = (res) => res.writeHead(410).end()
    await change()
    await round()
    await people.admin.patch(`/webhooks/${hook.id}`, { isOn: true })
    receiver.received.length = 0
    receiver.answers = taking
    const [delivery] = await deliveriesOf(hook)
    if (delivery === undefined) throw new Error('There is none.')
    return { hook, delivery }
  }

  it('that is dead is sent again by administrators and editors, under the same id', async () => {
    const { hook, delivery } = await dead()
    const path = `/deliveries/${delivery.id}/resend`
    expect((await people.reviewer.post(path, {})).status).toBe(403)
    expect((await citegate.stranger.post(path, {})).status).toBe(401)
    receiver.answers = (res) => res.writeHead(500).end()
    const failed = await people.editor.post(path, {})
    expect(failed.body).toMatchObject({ state: 'pending', problem: 'It answered 500.' })
    const waiting = await people.editor.post(path, {})
    expect([waiting.status, refusalOf(waiting).code]).toEqual([409, 'state'])
    receiver.answers = taking
    expect(await round(10)).toEqual(one)
    const again = await people.admin.post(path, {})
    expect(again.body).toMatchObject({ state: 'delivered' })
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(ids).toEqual(Array(3).fill(delivery.eventId))
    const statuses = (await deliveriesOf(hook))[0]?.attempts?.map(({ status }: Attempt) => status)
    expect(statuses).toEqual([410, 500, 204, 204])
  })

  it('is sent nowhere when its webhook is off or gone, or it is gone itself', async () => {
    const { hook, delivery } = await dead()
    const path = `/deliveries/${delivery.id}/resend`
    await people.admin.patch(`/webhooks/${hook.id}`, { isOn: false })
    expect((await people.admin.post(path, {})).status).toBe(409)
    await people.admin.delete(`/webhooks/${hook.id}`)
    expect((await people.admin.post(path, {})).status).toBe(409)
    const nothing = await people.admin.post(`/deliveries/${hook.id}/resend`, {})
    expect(nothing.status).toBe(404)
    expect(receiver.received).toEqual([])
  })

  it('is read by everybody with an account, and written and deleted by nobody', async () => {
    const { delivery } = await dead()
    const path = `/deliveries/${delivery.id}`
    expect((await people.reviewer.get(path)).body).toMatchObject({ site: 'example-site' })
    expect((await citegate.stranger.get(path)).status).toBe(401)
    const { id: _id, ...copy } = delivery
    for (const person of [people.editor, people.admin]) {
      expect((await person.post('/deliveries', { ...copy, key: 'forged' })).status).toBe(403)
      expect((await person.patch(path, { state: 'delivered' })).status).toBe(403)
      expect((await person.delete(path)).status).toBe(403)
    }
    const { payload } = citegate
    await expect(
      payload.update({ collection: 'deliveries', id: delivery.id, data: { state: 'delivered' } }),
    ).rejects.toThrow('written by the program')
    await expect(payload.delete({ collection: 'deliveries', id: delivery.id })).rejects.toThrow(
      'kept by the program',
    )
  })

  it('goes when it has had its time, but for the newest of each webhook', async () => {
    const hook = await webhook()
    for (let n = 0; n < 3; n += 1) {
      await change()
      await round()
    }
    const days = (count: number) => new Date(Date.now() + count * 86_400_000)
    const before = await deliveriesOf(hook)
    expect(before).toHaveLength(3)
    expect(await pruneDeliveries(citegate.payload, days(29))).toBe(0)
    expect(await pruneDeliveries(citegate.payload, days(31))).toBeGreaterThan(1)
    expect((await deliveriesOf(hook)).map(({ release }) => release)).toEqual([before[2]?.release])
    expect(await round()).toEqual(none)
  })
})
