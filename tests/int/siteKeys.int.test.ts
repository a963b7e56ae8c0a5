import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenSiteGate } from '../../src/siteRecords/index.ts'
import { openSiteGate } from '../../src/siteRecords/index.ts'
import type { Citegate, Person } from './support/citegate.ts'
import { startCitegate } from './support/citegate.ts'
import { documentOf } from './support/newsroom.ts'

let citegate: Citegate
let gate: OpenSiteGate
let admin: Person
let editor: Person
let site: { id: string }

beforeAll(async () => {
  citegate = await startCitegate()
  gate = await openSiteGate(citegate.payload)
  admin = await citegate.person('Ada Admin', 'admin')
  editor = await citegate.person('Edda Editor', 'editor', 'reviewer')
  const channel = { key: 'us-en', title: 'US', jurisdiction: 'us', language: 'en' }
  const { id } = documentOf(await admin.post('/channels', channel))
  site = documentOf(await admin.post('/sites', { key: 'clinic', name: 'Clinic', channels: [id] }))
})

afterAll(async () => {
  gate.close()
  await citegate.stop()
})

const wish = { site: 'clinic', channels: ['us-en'], scopes: ['read', 'receipts'] }

async function issued(more: object = {}): Promise<{ key: string; record: { id: string } }> {
  const { status, body } = await admin.post('/site-keys/issue', { ...wish, ...more })
  expect(status).toBe(201)
  return body as unknown as { key: string; record: { id: string } }
}

const opens = (key: string) => {
  const answer = gate.keyOf(key, new Date())
  return answer.ok ? 'yes' : answer.problem
}

describe('a key of a site', () => {
  it('is told once, opens at once, and is kept as a hash that nobody can read', async () => {
    const { key, record } = await issued()
    expect(opens(key)).toBe('yes')
    const { body: listed } = await admin.get('/site-keys?showHiddenFields=true&depth=1')
    const { body: read } = await admin.get(`/site-keys/${record.id}?select[hash]=true`)
    const stored = await citegate.payload.db.findOne<{ id: string; hash: string }>({
      collection: 'site-keys',
      where: { id: { equals: record.id } },
    })
    const told = JSON.stringify([listed, read, record])
    expect(told).toContain(key.slice(0, 10))
    expect(told).not.toContain(key.slice(0, 14))
    expect(told).not.toContain(String(stored?.hash))
    expect(JSON.stringify(stored)).not.toContain(key.slice(0, 14))
  })

  it('opens nothing from the moment it is revoked, and revoking it again changes nothing', async () => {
    const { key, record } = await issued()
    const first = await admin.post(`/site-keys/${record.id}/revoke`, {})
    expect(opens(key)).toBe('revoked')
    const again = await admin.post(`/site-keys/${record.id}/revoke`, {})
    expect(again.body['record']).toEqual(first.body['record'])
    expect(first.body['record']).toMatchObject({ revokedBy: 'ada-admin' })
  })

  it('opens nothing while its site is retired', async () => {
    const { key } = await issued()
    await admin.patch(`/sites/${site.id}`, { isRetired: true })
    expect(opens(key)).toBe('retired')
    expect((await admin.post('/site-keys/issue', wish)).status).toBe(409)
    await admin.patch(`/sites/${site.id}`, { isRetired: false })
    expect(opens(key)).toBe('yes')
  })

  it('expires', async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString()
    const { key } = await issued({ expiresAt })
    expect(opens(key)).toBe('yes')
    expect(gate.keyOf(key, new Date(expiresAt))).toMatchObject({ ok: false, problem: 'expired' })
  })

  it('remembers when it was last used, once a minute', async () => {
    const { key, record } = await issued()
    const found = gate.keyOf(key, new Date())
    if (!found.ok) throw new Error(found.problem)
    gate.used(found.key)
    gate.used(found.key)
    await expect
      .poll(async () => (await admin.get(`/site-keys/${record.id}`)).body['lastUsedAt'])
      .toEqual(expect.any(String))
  })

  it.each([
    ['an unknown site', { site: 'nobody' }, 404],
    ['an unknown channel', { channels: ['us-en', 'xx-xx'] }, 404],
    ['no channel', { channels: [] }, 400],
    ['no scope', { scopes: [] }, 400],
    ['a scope there is not', { scopes: ['write'] }, 400],
    ['a day that is past', { expiresAt: '2020-01-01T00:00:00Z' }, 400],
    ['a field there is not', { hash: 'a'.repeat(64) }, 400],
  ])('is not made for %s', async (_, wrong, status) => {
    const before = await citegate.payload.count({ collection: 'site-keys' })
    expect((await admin.post('/site-keys/issue', { ...wish, ...wrong })).status).toBe(status)
    expect(await citegate.payload.count({ collection: 'site-keys' })).toEqual(before)
  })

  it('is made and revoked by administrators alone', async () => {
    const { key, record } = await issued()
    expect((await editor.post('/site-keys/issue', wish)).status).toBe(403)
    expect((await editor.post(`/site-keys/${record.id}/revoke`, {})).status).toBe(403)
    expect((await citegate.stranger.post('/site-keys/issue', wish)).status).toBe(401)
    expect((await admin.post('/site-keys/unknown/revoke', {})).status).toBe(404)
    expect(opens(key)).toBe('yes')
  })
})
