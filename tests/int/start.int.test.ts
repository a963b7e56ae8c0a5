import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onMongo, serverUrl } from './support/settings.ts'

interface Ended {
  readonly code: number | null
  readonly said: string
}

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'citegate-start-'))
})

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

/** Runs a command of the program in an environment of its own until it ends. */
async function run(script: string, settings: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [`scripts/${script}.ts`], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, NODE_ENV: 'test', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const keep = (chunk: Buffer) => (said += chunk.toString())
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said: said.trim() }
}

const emptyStart = {
  DEMO: 'off',
  ADMIN_EMAIL: 'admin@example.org',
  ADMIN_PASSWORD: 'a long password',
}

let example: string | undefined

/** Puts into the data folder what a first start leaves there; it is prepared once, and copied. */
async function prepared(): Promise<void> {
  if (example === undefined) {
    expect((await run('prepare', emptyStart)).code).toBe(0)
    example = mkdtempSync(path.join(tmpdir(), 'citegate-start-'))
    cpSync(dataDir, example, { recursive: true })
  } else {
    cpSync(example, dataDir, { recursive: true })
  }
}

afterAll(() => {
  if (example !== undefined) rmSync(example, { recursive: true, force: true })
})

/** One sentence or two that say what to do, and no stack. */
function expectPlainWords({ said }: Ended): void {
  expect(said).not.toMatch(/\n\s+at /)
  expect(said.split('\n').length).toBeLessThanOrEqual(2)
}

// On SQLite, whatever database the tests have.
describe.skipIf(onMongo)('a start', () => {
  it('tells that the port is taken', async () => {
    await prepared()
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const ended = await run('serve', { PORT: String(port) })
    other.close()
    expect(ended).toMatchObject({ code: 3 })
    expect(ended.said).toContain(`Something else listens on 127.0.0.1:${String(port)}`)
    expect(ended.said).toContain('PORT')
    expectPlainWords(ended)
  })

  it('tells that the data folder cannot be used', async () => {
    const file = path.join(dataDir, 'a-file')
    writeFileSync(file, '')
    const ended = await run('serve', { DATA_DIR: path.join(file, 'data') })
    expect(ended.code).toBe(3)
    expect(ended.said).toContain('DATA_DIR')
    expectPlainWords(ended)
  })

  it.each([
    ['PORT', '70000'],
    ['DATABASE_URL', 'postgres://localhost/x'],
    ['TRUST_PROXY', 'true'],
    ['SMTP_URL', 'mail.example.org'],
  ])('names the variable %s when its value cannot be used', async (name, value) => {
    const ended = await run('serve', { [name]: value })
    expect(ended.code).toBe(3)
    expect(ended.said).toContain(`${name}: `)
    expectPlainWords(ended)
  })

  it('asks who writes when it is given a mail server, and keeps its password to itself', async () => {
    const ended = await run('serve', { SMTP_URL: 'smtps://citegate:hidden@mail.example.org' })
    expect(ended.code).toBe(3)
    expect(ended.said).toContain('MAIL_FROM: ')
    expect(ended.said).not.toContain('hidden')
    expectPlainWords(ended)
  })

  it('asks for an administrator when the demo is off', async () => {
    const ended = await run('serve', { DEMO: 'off' })
    expect(ended.code).toBe(3)
    expect(ended.said).toContain('ADMIN_EMAIL')
    expectPlainWords(ended)
  })

  it('takes no password for the administrator that anybody would guess', async () => {
    const ended = await run('serve', { ...emptyStart, ADMIN_PASSWORD: 'password1234' })
    expect(ended.code).toBe(3)
    expect(ended.said).toContain('ADMIN_PASSWORD')
    expect(ended.said).not.toContain('password1234')
    expectPlainWords(ended)
  })

  it('keeps the data folder and its secrets to its owner', async () => {
    rmSync(dataDir, { recursive: true })
    expect((await run('prepare', emptyStart)).code).toBe(0)
    const mode = (name: string) => (statSync(path.join(dataDir, name)).mode & 0o777).toString(8)
    expect([mode('.'), mode('secret')]).toEqual(['700', '600'])
    expect(existsSync(path.join(dataDir, 'demo-password'))).toBe(false)
  })
})

describe.skipIf(onMongo)('on SQLite, a start', () => {
  it('refuses a database of a newer version, and leaves it alone', async () => {
    await prepared()
    const file = path.join(dataDir, 'citegate.db')
    const database = new DatabaseSync(file)
    database.exec("INSERT INTO citegate_migrations VALUES ('9999_of-tomorrow', 'x', '2030-01-01')")
    database.close()
    const ended = await run('serve')
    expect(ended.code).toBe(3)
    expect(ended.said).toContain('newer version of Citegate')
    expectPlainWords(ended)
  })

  it('refuses a database that another process owns, for commands too', async () => {
    await prepared()
    const lock = new DatabaseSync(path.join(dataDir, 'citegate.db.lock'))
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    for (const script of ['serve', 'feedsPublish']) {
      const ended = await run(script)
      expect(ended.code, ended.said).toBe(3)
      expect(ended.said).toContain('in use by another Citegate process')
      expectPlainWords(ended)
    }
    lock.close()
  })
})

describe.skipIf(!onMongo)('on MongoDB, a start', () => {
  it('refuses a URL that does not name the replica set', async () => {
    const url = new URL(serverUrl ?? '')
    url.search = ''
    const ended = await run('serve', { DATABASE_URL: url.href })
    expect(ended.code).toBe(3)
    expect(ended.said).toContain('replicaSet=')
    expectPlainWords(ended)
  })
})
