import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyRelease } from '../../src/consumer/index.ts'
import { env } from '../../src/env.ts'
import { PublicationRefused, publishRelease } from '../../src/publish/index.ts'
import { openRelease } from '../../src/repository/index.ts'
import { openStore } from '../../src/store/index.ts'
import type { Desk } from './support/desk.ts'
import { openDesk } from './support/desk.ts'
import { usChannel } from './support/newsroom.ts'
import { publishAndLook } from './support/publishAndLook.ts'
import { runCommand } from './support/runCommand.ts'
import { onMongo } from './support/settings.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
  await usChannel(desk.people.admin)
  await liveClaim()
  await publishAndLook(desk.citegate.payload)
}, 120_000)

afterAll(async () => {
  await desk.citegate.stop()
})

const liveClaim = () => desk.liveClaim({ claimKind: 'harm', direction: 'against' })

const current = async () => (await openRelease(openStore(env.storeLocation)))?.release ?? 0
const expectWhole = async () => {
  expect(await verifyRelease(env.storeDir)).toMatchObject({ ok: true, problems: [] })
}

describe.runIf(onMongo)('publishers in two processes', () => {
  it('make one release of one change, and say so', async () => {
    const before = await current()
    await liveClaim()
    const ended = await Promise.all([
      runCommand('feedsPublish', ['--json']),
      runCommand('feedsPublish', ['--json']),
      publishRelease(desk.citegate.payload),
    ])
    const said = ended.map((each) => {
      if (!('code' in each)) return each
      expect(each, each.stderr).toMatchObject({ code: 0 })
      return JSON.parse(each.stdout) as { outcome: string; release: number }
    })
    expect(said.filter(({ outcome }) => outcome === 'released')).toHaveLength(1)
    expect(said.map(({ release }) => release)).toEqual([before + 1, before + 1, before + 1])
    expect(await current()).toBe(before + 1)
    await expectWhole()
    await publishAndLook(desk.citegate.payload)
  })
})

describe.runIf(!onMongo)('a publisher beside the process that owns the database', () => {
  it('is told to go through that one, and exits 3', async () => {
    const { code, stderr } = await runCommand('feedsPublish', [])
    expect(code).toBe(3)
    expect(stderr).toContain('in use by another Citegate process')
  })
})

describe('a publisher that is killed', () => {
  it.runIf(onMongo)(
    'leaves a whole release at every moment, and the next one goes on',
    async () => {
      for (const ms of [900, 1300, 1700, 2100, 2500, 2900]) {
        const before = await current()
        await liveClaim()
        const child = spawn(process.execPath, ['scripts/feedsPublish.ts'], {
          env: { ...process.env, NODE_ENV: 'test' },
          stdio: 'ignore',
        })
        await delay(ms)
        child.kill('SIGKILL')
        await once(child, 'close')
        await expectWhole()
        expect([before, before + 1]).toContain(await current())
        await publishAndLook(desk.citegate.payload)
        expect(await current()).toBe(before + 1)
        await expectWhole()
      }
    },
  )
})

describe('a publisher whose database goes away', () => {
  it('leaves the release that was there, and the next one goes on', async () => {
    const { payload } = desk.citegate
    const before = await current()
    await liveClaim()
    const find = payload.db.find.bind(payload.db)
    let left = 12
    // The connection is what is lost here; everything else is as it is.
    payload.db.find = async (...given: Parameters<typeof find>) => {
      left -= 1
      if (left < 0) throw new Error('The connection was lost.')
      return find(...given)
    }
    try {
      await expect(publishRelease(payload)).rejects.toThrow('The connection was lost.')
    } finally {
      payload.db.find = find
    }
    expect(await current()).toBe(before)
    await expectWhole()
    expect(await publishAndLook(payload)).toMatchObject({ release: before + 1 })
    await expectWhole()
  })
})

describe('a database that knows less than the store', () => {
  it('publishes nothing over it before somebody has looked, and uses no number twice', async () => {
    const { payload } = desk.citegate
    await liveClaim()
    await publishAndLook(payload)
    const before = await current()
    // As after a restore: the record of the newest release, and the end of the log, are not there.
    const newest = await payload.db.find<{ id: string; sequence: number }>({
      collection: 'reviews',
      sort: '-sequence',
      limit: 1,
      pagination: false,
    })
    await payload.db.deleteMany({
      collection: 'reviews',
      where: { id: { equals: newest.docs[0]?.id } },
    })
    await payload.db.deleteMany({
      collection: 'releases',
      where: { number: { equals: before } },
    })
    const refused = await publishRelease(payload).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(PublicationRefused)
    expect(String(refused)).toContain(`The store has release ${String(before)}`)
    expect(await current()).toBe(before)
    const accepted = await publishRelease(payload, { acceptsOlderDatabase: true })
    expect(accepted).toMatchObject({ outcome: 'released', release: before + 1 })
    expect(await verifyRelease(env.storeDir, { since: before })).toMatchObject({ ok: true })
  })
})
