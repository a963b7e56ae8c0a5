import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onMongo, serverUrl } from './support/settings.ts'

const marker = 'tell-nobody-of-this'

let folder: string
let said = ''
let secrets: string[]

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'citegate-log-'))
  const file = path.join(folder, 'secrets.json')
  const child = spawn(process.execPath, ['tests/int/children/signInLoudly.ts', marker, file], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      TEST_LOG_LEVEL: 'debug',
      ...(onMongo ? { DATABASE_URL: serverUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const keep = (chunk: Buffer) => (said += chunk.toString())
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(said)
  secrets = JSON.parse(readFileSync(file, 'utf8')) as string[]
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the log, at its most talkative', () => {
  it('holds no password, no token, no cookie and no link that resets a password', () => {
    expect(secrets.length).toBeGreaterThan(3)
    expect(said).not.toContain(marker)
    expect(secrets.filter((secret) => secret === '' || said.includes(secret))).toEqual([])
  })

  it('holds no address of a person', () => {
    expect(said).not.toContain('@example.org')
  })

  it('tells what happened to accounts, by their keys', () => {
    const events = said
      .split('\n')
      .filter((line) => line.startsWith('{') && line.includes('"account"'))
      .map((line) => JSON.parse(line) as { code: string; account: string; by?: string })
      .map(({ code, account, by }) => [code, account, ...(by === undefined ? [] : [by])].join(' '))
    expect([...new Set(events)]).toEqual([
      'password-wrong luise-loud',
      'account-made nina-new ada-admin',
      'roles-changed luise-loud ada-admin',
      'password-reset luise-loud',
      'account-locked luise-loud',
      'account-deleted luise-loud ada-admin',
    ])
  })
})
