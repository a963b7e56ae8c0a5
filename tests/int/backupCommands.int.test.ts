import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareWithStore } from '../../src/publish/index.ts'
import { databaseName } from '../../src/database/index.ts'
import { env } from '../../src/env.ts'
import { beginRelease, createKeys, openKeys, openRelease } from '../../src/repository/index.ts'
import { fileStore } from '../../src/store/index.ts'
import type { Desk } from './support/desk.ts'
import { openDesk } from './support/desk.ts'
import { review } from './support/newsroom.ts'
import type { OtherDatabases } from './support/otherDatabases.ts'
import { otherDatabases } from './support/otherDatabases.ts'
import type { Ended } from './support/runCommand.ts'
import { runCommand } from './support/runCommand.ts'
import { onMongo } from './support/settings.ts'

/** Every command is a process that loads the whole program. */
const patience = { timeout: 240_000 }

let desk: Desk
let others: OtherDatabases
let claim: { id: string; key: string }
let withdrawn: { id: string; key: string }

const inFolder = (name: string) => path.join(others.folder, name)

/** Settings of an installation of its own beside the one of the test file. */
function elsewhere(name: string): Record<string, string> {
  mkdirSync(inFolder(name), { recursive: true })
  return { DATA_DIR: inFolder(name), DATABASE_URL: others.alike(), STORE_DIR: inFolder('store') }
}

const told = ({ stdout }: Ended): Record<string, unknown> =>
  JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>

/** A release whose lists hold both claims, the second as a tombstone, made from the log as it is. */
async function publishLists(release: number): Promise<void> {
  const store = fileStore(inFolder('store'))
  const keys = openKeys(inFolder('keys'))
  const base = await openRelease(store)
  if (base === null) await createKeys(keys, new Date())
  const draft = await beginRelease({ store, keys, base, now: new Date(), startsEmpty: true })
  const put = (name: string, body: object) => draft.put(name, Buffer.from(JSON.stringify(body)))
  await put('index.json', { release, channels: [{ key: 'us-en', path: 'us-en/index.json' }] })
  const named = ({ key }: { key: string }, version = 1) => ({ kind: 'claim', key, version })
  await put('us-en/index.json', {
    items: [named(claim), { kind: 'claim', key: 'never-heard-of', version: 1 }],
    tombstones: [{ ...named(withdrawn), reasonKind: 'withdrawn' }],
  })
  const log = await desk.citegate.payload.find({
    collection: 'reviews',
    sort: '-sequence',
    limit: 1,
  })
  const [last] = log.docs
  const auditHead = last === undefined ? null : { sequence: last.sequence, hash: last.hash }
  expect(await draft.commit({ release, auditHead })).toMatchObject({ ok: true })
}

beforeAll(async () => {
  others = otherDatabases()
  desk = await openDesk()
  claim = await desk.liveClaim()
  withdrawn = await desk.liveClaim()
}, 300_000)

afterAll(async () => {
  await desk.citegate.stop()
  await others.stop()
})

describe('npm run backup and npm run restore', () => {
  it(
    'go beside a running server, into another database, and say what the store has',
    patience,
    async () => {
      await publishLists(1)
      const taken = await runCommand('backup', [inFolder('one'), '--json'])
      expect(taken).toMatchObject({ code: 0 })
      expect(told(taken)).toMatchObject({ images: 0, missing: [], keys: [] })

      // What happens after the backup, and goes out.
      const answer = await review(desk.people.editor, 'claims', withdrawn.id, 'withdraw', {
        kind: 'evidence',
        reason: 'Its study was retracted.',
      })
      expect(answer.status).toBe(200)
      await publishLists(2)

      const target = elsewhere('restored')
      const restored = await runCommand('restore', [inFolder('one'), '--json'], target)
      expect(restored).toMatchObject({ code: 0 })
      const { head } = told(taken) as { head: { sequence: number } }
      expect(told(restored)).toMatchObject({
        ...{ ok: true, head, loose: [], begunAnew: false },
        store: {
          standing: {
            ...{ standing: 'database-older', release: 2, listed: 0, log: 'shorter' },
            entries: { from: head.sequence + 1 },
          },
          unknown: [
            { subject: 'claim/never-heard-of', unknown: 'subject' },
            { subject: `claim/${withdrawn.key}`, unknown: 'withdrawal' },
          ],
        },
      })

      const again = await runCommand('restore', [inFolder('one')], target)
      expect(again).toMatchObject({ code: 3 })
      expect(again.stderr).toContain('is not empty')
      const overwritten = await runCommand('backup', [inFolder('one')])
      expect(overwritten).toMatchObject({ code: 3 })
      expect(overwritten.stderr).toContain('Name a new folder')
    },
  )

  it('are in step with the database that the release was made from', async () => {
    const release = await openRelease(fileStore(inFolder('store')))
    expect(await compareWithStore(desk.citegate.payload, release)).toEqual({
      standing: { standing: 'record-missing', release: 2, listed: 0 },
      unknown: [],
    })
  })
})

describe('npm run move', () => {
  it('waits until nobody writes, then proves that both hold the same', patience, async () => {
    const target = others.alike()
    if (!onMongo) {
      const refused = await runCommand('move', [target])
      expect(refused).toMatchObject({ code: 3 })
      expect(refused.stderr).toContain('Citegate is running')
    }
    // A database that nobody has open: the restored one.
    const source = elsewhere('moved')
    expect(await runCommand('restore', [inFolder('one')], source)).toMatchObject({ code: 0 })
    const moved = await runCommand('move', [target, '--json'], source)
    expect(moved).toMatchObject({ code: 0 })
    expect(told(moved)).toMatchObject({ isSame: true, ok: true, loose: [] })
    const audited = await runCommand('auditVerify', ['--json'], { ...source, DATABASE_URL: target })
    expect(audited).toMatchObject({ code: 0 })
    // Nothing of the backup in between stays.
    expect(readdirSync(inFolder('moved')).filter((name) => name.startsWith('move-'))).toEqual([])
  })

  it('is called with the URL of another database', patience, async () => {
    expect(await runCommand('move', ['postgres://db'])).toMatchObject({ code: 2 })
    expect(await runCommand('move', [env.databaseUrl])).toMatchObject({ code: 2 })
  })
})

it('names a database without its password', () => {
  expect(databaseName('mongodb://me:secret@db/citegate')).toBe('mongodb://me:…@db/citegate')
  expect(existsSync(databaseName('file:package.json'))).toBe(true)
})
