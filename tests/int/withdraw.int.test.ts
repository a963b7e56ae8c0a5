import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { env } from '../../src/env.ts'
import { publishRelease } from '../../src/publish/index.ts'
import { password } from './support/citegate.ts'
import type { Desk } from './support/desk.ts'
import { openDesk } from './support/desk.ts'
import { usChannel } from './support/newsroom.ts'
import type { OverHttp } from './support/overHttp.ts'
import { overHttp } from './support/overHttp.ts'
import type { Ended } from './support/runCommand.ts'
import { runCommand } from './support/runCommand.ts'
import { dataDir, onMongo } from './support/settings.ts'

/** Every command is a process that loads the whole program. */
const patience = { timeout: 180_000 }

let desk: Desk
let server: OverHttp
let claim: { id: string; key: string }

beforeAll(async () => {
  desk = await openDesk()
  server = await overHttp(desk.citegate)
  await usChannel(desk.people.admin)
}, 120_000)

beforeEach(async () => {
  claim = await desk.liveClaim({ claimKind: 'harm', direction: 'against' })
  await publishRelease(desk.citegate.payload)
})

afterAll(async () => {
  await server.stop()
  await desk.citegate.stop()
})

const editor = { CITEGATE_EMAIL: 'edda-editor@example.org', CITEGATE_PASSWORD: password }
const because = ['--kind', 'safety', '--reason', 'Harm was reported.', '--yes']

/** Runs the command against this process, which releases as the program's own jobs would. */
async function withdraw(
  given: readonly string[],
  settings: Record<string, string> = {},
  typed = '',
): Promise<Ended> {
  const work = { isOver: false }
  const releasing = (async () => {
    while (!work.isOver) {
      await publishRelease(desk.citegate.payload)
      await delay(300)
    }
  })()
  try {
    const all = [...given, ...(given.includes('--url') ? [] : ['--url', server.url])]
    return await runCommand('contentWithdraw', all, { ...editor, ...settings }, typed)
  } finally {
    work.isOver = true
    await releasing
  }
}

const isLive = async () => (await desk.main('claims', claim.id))['_status'] === 'published'

const sessionsOf = async (email: string) => {
  const { docs } = await desk.citegate.payload.db.find<{ sessions?: unknown[] }>({
    collection: 'users',
    where: { email: { equals: email } },
  })
  return docs[0]?.sessions?.length ?? 0
}

describe('withdrawing from the command line, through the running server', patience, () => {
  it('shows what falls, withdraws, waits for the release, and logs out', async () => {
    const before = await sessionsOf(editor.CITEGATE_EMAIL)
    const ended = await withdraw([`claim/${claim.key}`, ...because])
    expect(ended, ended.stderr).toMatchObject({ code: 0 })
    expect(ended.stdout).toContain('To be withdrawn (safety): Harm was reported.')
    expect(ended.stdout).toContain('gone from every feed; a tombstone says when')
    expect(ended.stdout).toMatch(
      /is withdrawn: entry \d+ of the log.* Release \d+ is out without it/,
    )
    expect(await isLive()).toBe(false)
    expect((await desk.logOf(`claim/${claim.key}`)).at(-1)).toMatchObject({
      action: 'withdraw',
      actor: { key: 'edda-editor' },
      withdrawalKind: 'safety',
      reason: 'Harm was reported.',
    })
    expect(await sessionsOf(editor.CITEGATE_EMAIL)).toBe(before)
  })

  it('takes the password from standard input, and says all of it as data', async () => {
    const given = [`claim/${claim.key}`, ...because, '--email', editor.CITEGATE_EMAIL]
    const settings = { CITEGATE_PASSWORD: 'wrong' }
    const ended = await withdraw(
      [...given, '--password-stdin', '--json'],
      settings,
      `${password}\n`,
    )
    expect(ended, ended.stderr).toMatchObject({ code: 0 })
    const [cascade, done] = ended.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(cascade).toMatchObject({ subject: `claim/${claim.key}`, citedBy: [], withheld: [] })
    expect(done).toMatchObject({ withdrawn: `claim/${claim.key}`, ok: true })
  })

  it('names the text that takes its place', async () => {
    const other = await desk.liveClaim({ claimKind: 'harm', direction: 'against' })
    const ended = await withdraw([
      ...[`claim/${claim.key}`, '--kind', 'superseded', '--reason', 'Better words.', '--yes'],
      ...['--superseded-by', `claim/${other.key}`],
    ])
    expect(ended, ended.stdout + ended.stderr).toMatchObject({ code: 0 })
    expect((await desk.logOf(`claim/${claim.key}`)).at(-1)).toMatchObject({
      withdrawalKind: 'superseded',
      supersededBy: `claim/${other.key}`,
    })
  })

  it('suggests the name that was meant', async () => {
    const ended = await withdraw([`claim/${claim.key}-`, ...because])
    expect(ended.code).toBe(2)
    expect(ended.stderr).toContain(`Did you mean claim/${claim.key}`)
    expect(await isLive()).toBe(true)
  })

  it('says who may not, what is not live, and that a password is wrong', async () => {
    const admin = await withdraw([`claim/${claim.key}`, ...because], {
      CITEGATE_EMAIL: 'ada-admin@example.org',
    })
    expect(admin.code).toBe(1)
    expect(admin.stdout).toMatch(/editor or reviewer/)
    const draft = await desk.newClaim()
    const unpublished = await withdraw([`claim/${draft.key}`, ...because])
    expect(unpublished.code).toBe(1)
    expect(unpublished.stdout).toContain('nothing to withdraw')
    const wrong = await withdraw([`claim/${claim.key}`, ...because], {
      CITEGATE_PASSWORD: 'not the password',
    })
    expect(wrong.code).toBe(1)
    expect(wrong.stdout + wrong.stderr).not.toMatch(/\n\s+at /)
    expect(wrong.stdout.trim()).not.toBe('')
    expect(await isLive()).toBe(true)
  })

  it.each<[string, readonly string[], string]>([
    ['no kind', ['claim/x', '--reason', 'x', '--yes'], 'Missing: --kind'],
    [
      'a kind there is not',
      ['claim/x', '--kind', 'boredom', '--reason', 'x', '--yes'],
      'evidence, safety, legal, superseded',
    ],
    [
      'an empty reason',
      ['claim/x', '--kind', 'legal', '--reason', ' ', '--yes'],
      'readers are told',
    ],
    ['no successor', ['claim/x', '--kind', 'superseded', '--reason', 'x', '--yes'], 'go together'],
    ['no name', ['--kind', 'legal', '--reason', 'x', '--yes'], 'Missing: KIND/KEY'],
    ['nobody to ask', ['claim/x', '--kind', 'legal', '--reason', 'x'], 'Add --yes'],
  ])('is called wrongly with %s', async (_, given, message) => {
    const ended = await withdraw(given)
    expect(ended.code).toBe(2)
    expect(ended.stderr).toContain(message)
  })

  it('gives no password to what is no Citegate', async () => {
    const heard: string[] = []
    const other = createServer((req, res) => {
      heard.push(`${String(req.method)} ${String(req.url)}`)
      res.end('hello')
    }).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const url = `http://127.0.0.1:${String((other.address() as AddressInfo).port)}`
    const ended = await withdraw([`claim/${claim.key}`, ...because, '--url', url])
    other.close()
    expect(ended.code).toBe(3)
    expect(ended.stderr).toContain(`No Citegate answers at ${url}`)
    expect(heard).toEqual(['GET /healthz'])
  })
})

describe.skipIf(onMongo)('on SQLite', patience, () => {
  const port = () => new URL(server.url).port

  it('the local server is found by its port, because it owns the database', async () => {
    const ended = await withdraw([`claim/${claim.key}`, ...because, '--url', server.url])
    expect(ended.code).toBe(0)
    const again = await runCommand('contentWithdraw', [`claim/${claim.key}`, ...because], {
      ...editor,
      PORT: port(),
    })
    expect(again.code).toBe(1)
    expect(again.stdout).toContain('nothing to withdraw')
  })

  it('a server that owns the database and does not answer is told', async () => {
    const ended = await runCommand('contentWithdraw', [`claim/${claim.key}`, ...because], {
      ...editor,
      PORT: '9',
      PUBLIC_URL: 'http://127.0.0.1:9',
    })
    expect(ended.code).toBe(3)
    expect(ended.stderr).toContain('in use by another Citegate process')
    expect(ended.stderr).toContain('--url')
  })

  it('makes no database where there is none', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'citegate-none-'))
    const ended = await runCommand('contentWithdraw', [`claim/${claim.key}`, ...because], {
      ...editor,
      DATA_DIR: path.join(empty, 'data'),
      PORT: '9',
      PUBLIC_URL: 'http://127.0.0.1:9',
    })
    rmSync(empty, { recursive: true })
    expect(ended.code).toBe(3)
    expect(ended.stderr).toContain('there is no database at')
  })

  it('the database is opened where no server runs, as the person, and a release is made', async () => {
    const copy = path.join(dataDir, 'copy.db')
    const { client } = desk.citegate.payload.db as unknown as {
      client: { execute: (statement: { sql: string; args: string[] }) => Promise<unknown> }
    }
    await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
    cpSync(env.storeDir, path.join(dataDir, 'copied-store'), { recursive: true })
    const settings = {
      ...editor,
      DATABASE_URL: `file:${copy}`,
      STORE_DIR: path.join(dataDir, 'copied-store'),
    }
    const given = [`claim/${claim.key}`, ...because]
    const wrong = await runCommand('contentWithdraw', given, {
      ...settings,
      CITEGATE_PASSWORD: 'not the password',
    })
    expect(wrong.code).toBe(1)
    expect(wrong.stdout).toContain('nothing was withdrawn')
    const admin = await runCommand('contentWithdraw', given, {
      ...settings,
      CITEGATE_EMAIL: 'ada-admin@example.org',
    })
    expect(admin.code).toBe(1)
    expect(admin.stdout).toMatch(/editor or reviewer/)
    const done = await runCommand('contentWithdraw', given, settings)
    expect(done, done.stderr).toMatchObject({ code: 0 })
    expect(done.stdout).toContain('in the database, where no server runs')
    expect(done.stdout).toMatch(/Release \d+ is out without it/)
    const audit = await runCommand('auditVerify', [], settings)
    expect(audit, audit.stdout).toMatchObject({ code: 0 })
    expect(await isLive()).toBe(true)
  })
})
