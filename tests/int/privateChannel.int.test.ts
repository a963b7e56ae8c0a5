import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pullFeed, sendReceipt, verifyRelease } from '../../src/consumer/index.ts'
import { env } from '../../src/env.ts'
import { publishRelease } from '../../src/publish/index.ts'
import type { FeedServer } from '../../src/server/index.ts'
import { createFeedServer } from '../../src/server/index.ts'
import type { OpenSiteGate } from '../../src/siteRecords/index.ts'
import { openSiteGate } from '../../src/siteRecords/index.ts'
import { siteGate } from '../../src/sites/index.ts'
import { openStore } from '../../src/store/index.ts'
import { temporaryFolder } from '../unit/store/temporaryFolder.ts'
import type { Desk } from './support/desk.ts'
import { openDesk } from './support/desk.ts'
import { documentOf, review, usChannel } from './support/newsroom.ts'
import { runCommand } from './support/runCommand.ts'

let desk: Desk
let gate: OpenSiteGate
let feed: FeedServer
let http: Server
let url: string
let claim: { id: string; key: string }
let keys: Record<'open' | 'others' | 'expired' | 'revoked', string>

async function issue(more: object = {}): Promise<{ key: string; record: { id: string } }> {
  const wish = { site: 'clinic', channels: ['partner'], scopes: ['read', 'receipts'] }
  const { status, body } = await desk.people.admin.post('/site-keys/issue', { ...wish, ...more })
  expect(status, JSON.stringify(body)).toBe(201)
  return body as never
}

async function release(): Promise<void> {
  await publishRelease(desk.citegate.payload)
  await feed.refresh()
}

beforeAll(async () => {
  desk = await openDesk()
  const { admin } = desk.people
  gate = await openSiteGate(desk.citegate.payload)
  const open = await usChannel(admin)
  const channel = { key: 'partner', title: 'Partners', jurisdiction: 'us', language: 'en' }
  const hidden = documentOf(await admin.post('/channels', { ...channel, access: 'private' }))
  const channels = [open.id, hidden.id]
  await admin.post('/sites', { key: 'clinic', name: 'Clinic', channels })
  claim = await desk.liveClaim({ claimKind: 'harm', direction: 'against' })
  feed = createFeedServer({ store: openStore(env.storeLocation, env), pollMs: 60_000, siteGate })
  http = createServer(feed.listener())
  await once(http.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`
  await release()
  const revoked = await issue()
  await admin.post(`/site-keys/${revoked.record.id}/revoke`, {})
  keys = {
    open: (await issue({ channels: ['us-en', 'partner'] })).key,
    others: (await issue({ channels: ['us-en'] })).key,
    expired: (await issue({ expiresAt: new Date(Date.now() + 100).toISOString() })).key,
    revoked: revoked.key,
  }
}, 120_000)

afterAll(async () => {
  feed.close()
  http.closeAllConnections()
  http.close()
  gate.close()
  await desk.citegate.stop()
})

const folder = async () => path.join(await temporaryFolder(), 'feed')
const has = (out: string, file: string) => existsSync(path.join(out, file))

describe('a private channel', () => {
  it('is named in the index, and nothing of it is in the guide', async () => {
    const index = (await (await fetch(`${url}/feeds/v1/index.json`)).json()) as {
      channels: { key: string; access?: string }[]
    }
    expect(index.channels.map(({ key, access }) => [key, access])).toEqual([
      ['partner', 'private'],
      ['us-en', undefined],
    ])
    expect(await (await fetch(`${url}/feeds/v1/llms.txt`)).text()).not.toContain('partner')
  })

  it('is left out by who pulls without a key, and is there from the day they have one', async () => {
    const out = await folder()
    const without = await pullFeed(url, out)
    expect(without).toMatchObject({ channelsLocked: ['partner'], channels: ['us-en'] })
    expect(has(out, 'partner')).toBe(false)
    expect(await verifyRelease(out)).toMatchObject({ problems: [] })
    expect(await pullFeed(url, out)).toMatchObject({ outcome: 'current' })
    const withKey = await pullFeed(url, out, { key: keys.open })
    expect(withKey).toMatchObject({ outcome: 'updated', channelsLocked: [] })
    expect(has(out, `partner/claims/${claim.key}.json`)).toBe(true)
    expect(await verifyRelease(out)).toMatchObject({ problems: [], locked: 0 })
    expect(readFileSync(path.join(out, 'citegate.lock.json'), 'utf8')).not.toContain('cgk_')
  })

  it.each(['others', 'expired', 'revoked'] as const)(
    'is not had with a key that is %s, and what is in place stays',
    async (which) => {
      const out = await folder()
      const asked = { channels: ['partner'], key: keys[which] }
      await expect.poll(() => gate.keyOf(keys.expired, new Date()).ok).toBe(false)
      await expect(pullFeed(url, out, asked)).rejects.toMatchObject({ code: 'locked' })
      expect(existsSync(out)).toBe(false)
      await pullFeed(url, out, { key: keys.open })
      await expect(pullFeed(url, out, { key: keys[which] })).rejects.toMatchObject({
        code: 'locked',
      })
      expect(has(out, `partner/claims/${claim.key}.json`)).toBe(true)
    },
  )

  it('is verified with a key, and looked at by nobody without', async () => {
    expect(await verifyRelease(url, { key: keys.open })).toMatchObject({ ok: true, locked: 0 })
    const without = await verifyRelease(url)
    expect(without).toMatchObject({ problems: [], ok: true })
    expect(without.locked).toBeGreaterThan(4)
  })
})

describe('a receipt', () => {
  const receipt = () => ({
    channels: ['us-en', 'partner'],
    release: Number(feed.release()),
    digest: '',
    appliedAt: new Date().toISOString(),
  })
  const send = async (body: unknown, key = keys.open, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}/feeds/v1/receipts`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const standing = async () => {
    const { body } = await desk.people.editor.get('/sites/standings')
    const [site] = body['sites'] as { channels: Record<string, unknown>[] }[]
    return new Map(site?.channels.map((each) => [each['channel'], each]))
  }
  const digestNow = async () => {
    const { docs } = await desk.citegate.payload.find({
      collection: 'releases',
      sort: '-number',
      limit: 1,
    })
    return String(docs[0]?.digest)
  }

  it('is sent by a pull, and shown with how far the site is behind', async () => {
    expect((await standing()).get('us-en')).toMatchObject({
      release: null,
      behind: { releases: 1 },
    })
    const out = await folder()
    const settings = { FEED_KEY: keys.open }
    const ended = await runCommand('feedsPull', [url, '--out', out], settings)
    expect(ended, ended.stderr).toMatchObject({ code: 0 })
    expect(ended.stdout).toContain('The publisher was told which release is in place.')
    expect(ended.stdout + ended.stderr).not.toContain('cgk_')
    for (const channel of ['us-en', 'partner']) {
      expect((await standing()).get(channel)).toMatchObject({
        release: feed.release(),
        wentBack: null,
        behind: { releases: 0, since: null },
      })
    }
  })

  it('that cannot be sent fails no pull', async () => {
    const out = await folder()
    const ended = await runCommand('feedsPull', [url, '--out', out, '--channel', 'us-en'], {
      FEED_KEY: keys.revoked,
    })
    expect(ended, ended.stderr).toMatchObject({ code: 0 })
    expect(ended.stdout).toMatch(/was not told which release is in place: status 401: .*revoked/)
    const pulled = { release: 1, digest: '0'.repeat(64), channels: ['us-en'] }
    expect(
      await sendReceipt('http://127.0.0.1:1/feeds/v1/', pulled, keys.open, new Date()),
    ).toMatchObject({ ok: false })
  })

  it('is the same when it is said again, and an older release is a step back that shows', async () => {
    const first = { ...receipt(), digest: await digestNow() }
    const [before] = [Number(feed.release())]
    await review(desk.people.editor, 'claims', claim.id, 'withdraw', {
      reason: 'Harm was reported.',
      kind: 'safety',
    })
    const standsIn = async () =>
      (await desk.people.editor.get(`/claims/${claim.id}/sites`)).body['sites'] as object[]
    const everywhere = { site: 'Clinic', applied: before }
    expect(await standsIn()).toEqual([
      { ...everywhere, channel: 'us-en', goneIn: null },
      { ...everywhere, channel: 'partner', goneIn: null },
    ])
    await release()
    expect(feed.release()).toBe(before + 1)
    expect(await standsIn()).toMatchObject([{ goneIn: before + 1 }, { goneIn: before + 1 }])
    expect((await standing()).get('partner')).toMatchObject({
      release: before,
      behind: { releases: 1, since: expect.any(String) as string },
    })
    const newer = { ...receipt(), digest: await digestNow() }
    expect((await send(newer)).body).toEqual({
      site: 'clinic',
      release: before + 1,
      channels: [
        { channel: 'us-en', outcome: 'noted' },
        { channel: 'partner', outcome: 'noted' },
      ],
    })
    expect(await standsIn()).toEqual([])
    expect((await send(newer)).body['channels']).toEqual([
      { channel: 'us-en', outcome: 'same' },
      { channel: 'partner', outcome: 'same' },
    ])
    expect((await send({ ...first, channels: ['us-en'] })).body['channels']).toEqual([
      { channel: 'us-en', outcome: 'late' },
    ])
    const back = { ...first, channels: ['us-en'], appliedAt: new Date().toISOString() }
    expect((await send(back)).body['channels']).toEqual([
      { channel: 'us-en', outcome: 'went-back' },
    ])
    expect((await standing()).get('us-en')).toMatchObject({
      release: before,
      wentBack: { from: before + 1 },
      behind: { releases: 1 },
    })
    expect(await standsIn()).toMatchObject([{ channel: 'us-en', applied: before }])
  })

  it.each([
    ['of a channel that is not the sender’s', { channels: ['gb-en'] }, 403, 'unknown-channel'],
    ['of a release to come', { release: 4711 }, 409, 'future-release'],
    ['of another release of that number', { digest: '0'.repeat(64) }, 409, 'unknown-release'],
    ['from the future', { appliedAt: '2099-01-01T00:00:00Z' }, 400, 'clock'],
    ['of no channel', { channels: [] }, 400, 'malformed'],
    ['with no digest', { digest: 'x' }, 400, 'malformed'],
    ['with more than it has to say', { note: 'hello' }, 400, 'malformed'],
  ])('%s is refused', async (_, wrong, status, code) => {
    const sent = await send({ ...receipt(), digest: await digestNow(), ...wrong })
    expect([sent.status, sent.body['error']]).toMatchObject([status, { code }])
  })

  it('is small, JSON, and comes with a key for it', async () => {
    const { key } = await issue({ scopes: ['read'] })
    const whole = { ...receipt(), digest: await digestNow() }
    expect(await send(whole, key)).toMatchObject({
      status: 403,
      body: { error: { code: 'key-scope' } },
    })
    expect(await send('{"channels":')).toMatchObject({ status: 400 })
    expect(await send('x'.repeat(20_000))).toMatchObject({ status: 413 })
    expect(await send(whole, keys.open, { 'Content-Type': 'text/plain' })).toMatchObject({
      status: 415,
    })
    const get = await fetch(`${url}/feeds/v1/receipts`)
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

describe('a channel that changes its access', () => {
  it('is closed, and open again, from the release on that follows', async () => {
    const { docs } = await desk.citegate.payload.find({
      collection: 'channels',
      where: { key: { equals: 'us-en' } },
      limit: 1,
    })
    const path = `/channels/${String(docs[0]?.id)}`
    const status = async () => (await fetch(`${url}/feeds/v1/us-en/index.json`)).status
    expect(await status()).toBe(200)
    await desk.people.admin.patch(path, { access: 'private' })
    await release()
    expect(await status()).toBe(401)
    await desk.people.admin.patch(path, { access: 'public' })
    await release()
    expect(await status()).toBe(200)
  })
})
