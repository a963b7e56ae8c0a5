import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Manifest, RestoreReport } from '../../src/backup/index.ts'
import { moveDatabase, restoreBackup, takeBackup, translateId } from '../../src/backup/index.ts'
import { env } from '../../src/env.ts'
import { withPayload } from '../../src/start/index.ts'
import { busyNewsroom } from './support/busyNewsroom.ts'
import { factsOf, rowsOf, withOtherIds } from './support/databaseFacts.ts'
import type { DatabaseFacts } from './support/databaseFacts.ts'
import type { Desk } from './support/desk.ts'
import { claimDraft } from './support/newsroom.ts'
import type { OtherDatabases } from './support/otherDatabases.ts'
import { opened, otherDatabases } from './support/otherDatabases.ts'
import { onMongo } from './support/settings.ts'
import { storedBytes } from './support/storedBytes.ts'

const now = new Date()
let desk: Desk
let others: OtherDatabases
let facts: DatabaseFacts
let manifest: Manifest

const inFolder = (name: string) => path.join(others.folder, name)

beforeAll(async () => {
  others = otherDatabases()
  desk = await busyNewsroom()
  const { payload } = desk.citegate
  facts = await factsOf(payload, now)
  manifest = await takeBackup(payload, { folder: inFolder('one'), mediaDir: env.mediaDir, now })
}, 600_000)

afterAll(async () => {
  await desk.citegate.stop()
  await others.stop()
})

const restore = (url: string, backup: string): Promise<RestoreReport> =>
  opened(
    url,
    (payload) =>
      restoreBackup(payload, {
        folder: inFolder(backup),
        mediaDir: inFolder(`media-of-${path.basename(url)}`),
        place: url,
      }),
    'restore',
  )

const backUp = (url: string, backup: string): Promise<Manifest> =>
  opened(url, (payload) => takeBackup(payload, { folder: inFolder(backup), now }))

describe('a backup, restored into a database of the same kind', () => {
  let copy: string

  beforeAll(async () => {
    copy = others.alike()
    expect(await restore(copy, 'one')).toMatchObject({ loose: [], begunAnew: false })
  })

  it('is what was there, to the byte, ids and moments included', async () => {
    const before = await storedBytes(desk.citegate.payload)
    const after = await opened(copy, storedBytes)
    expect(Object.keys(after)).toEqual(Object.keys(before))
    for (const [name, rows] of Object.entries(before)) expect(after[name], name).toEqual(rows)
  })

  it('is told the same by the audit, and gives the same release', async () => {
    expect(facts.audit).toMatchObject({ ok: true })
    expect(Object.keys(facts.release).length).toBeGreaterThan(50)
    expect(await opened(copy, (payload) => factsOf(payload, now))).toEqual(facts)
  })

  it('gives the same backup again', async () => {
    const { parts } = await backUp(copy, 'again')
    expect(parts).toEqual(manifest.parts)
  })

  it('is a program that works: people log in, and keys stay unique', async () => {
    const { email } = desk.people.editor.user
    await opened(
      copy,
      async (payload) => {
        const signedIn = await payload.login({
          collection: 'users',
          data: { email, password: 'correct horse battery staple' },
        })
        expect(signedIn.user?.email).toBe(email)
        const [taken] = (await payload.find({ collection: 'conditions', limit: 1 })).docs
        await expect(
          payload.create({
            collection: 'conditions',
            data: { name: 'Taken', key: String(taken?.key) },
            draft: true,
            overrideAccess: false,
            user: desk.people.editor.user,
          }),
        ).rejects.toThrow(/key/i)
      },
      'write',
    )
  })
})

describe('a backup that is taken while people write', () => {
  it('is of one moment', async () => {
    const { people, therapy, study } = desk
    const stop = new AbortController()
    const writing = (async () => {
      for (let each = 0; each < 40 && !stop.signal.aborted; each++) {
        await claimDraft(people.editor, therapy.id, study.id)
      }
    })()
    const backup = await withPayload(
      (payload) => takeBackup(payload, { folder: inFolder('busy'), now }),
      { access: 'read' },
    )
    stop.abort()
    await writing
    expect(backup.head?.sequence).toBe(backup.parts['reviews']?.rows)
    const copy = others.alike()
    await restore(copy, 'busy')
    const { audit } = await opened(copy, (payload) => factsOf(payload, now))
    expect(audit).toMatchObject({ ok: true, head: backup.head })
  })
})

describe.runIf(onMongo)('between SQLite and MongoDB (runs where DATABASE_URL is a MongoDB)', () => {
  it('keeps everything, with other ids wherever one stands, there and back again', async () => {
    const rows = await opened(env.databaseUrl, rowsOf)
    await opened(env.databaseUrl, (payload) => takeBackup(payload, { folder: inFolder('m'), now }))
    const sqlite = others.sqlite()
    expect(await restore(sqlite, 'm')).toMatchObject({ loose: [] })
    const there = withOtherIds(rows, (id) => translateId(id, 'uuid'))
    expect(await opened(sqlite, rowsOf)).toEqual(there)

    await backUp(sqlite, 's')
    const mongo = others.mongo()
    await restore(mongo, 's')
    const back = withOtherIds(there, (id) => translateId(id, 'objectid'))
    expect(await opened(mongo, rowsOf)).toEqual(back)

    const inPlace = await opened(env.databaseUrl, (payload) => factsOf(payload, now))
    for (const url of [sqlite, mongo]) {
      expect(await opened(url, (payload) => factsOf(payload, now))).toEqual(inPlace)
    }
  })

  it('moves, and both say the same', async () => {
    const target = others.sqlite()
    const options = { dataDir: others.folder, place: target, now }
    const report = await opened(env.databaseUrl, (from) =>
      opened(target, (to) => moveDatabase(from, to, options), 'restore'),
    )
    expect(report).toMatchObject({ isSame: true, audit: { ok: true } })
  })
})
