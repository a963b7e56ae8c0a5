import { spawn } from 'node:child_process'
import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { pullFeed } from '../../../src/consumer/index.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { pulledFiles } from './folderSnapshot.ts'
import { MadeUpFeed } from './madeUpFeed.ts'
import { repositoryServer } from './repositoryServer.ts'

interface Ended {
  readonly signal: string | null
  readonly code: number | null
  readonly output: string
}

function pullInChild(source: string, out: string, killAt = 0): Promise<Ended> {
  const script = fileURLToPath(new URL('children/pullOnce.ts', import.meta.url))
  const child = spawn(process.execPath, [script, source, out, String(killAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      resolve({ code, signal, output })
    })
  })
}

async function scene() {
  const feed = new MadeUpFeed().put(
    { kind: 'claim', key: 'one', text: 'A placeholder.', cites: ['first'] },
    { kind: 'claim', key: 'two', text: 'Another.' },
    { kind: 'study', key: 'first', text: 'A study.' },
  )
  feed.publish()
  const parent = await temporaryFolder()
  const server = await repositoryServer(feed.repository)
  await pullFeed(server.url, join(parent, 'old', 'feed'))
  feed.put({ kind: 'claim', key: 'one', text: 'Changed.', cites: [] }).withdraw('claim', 'two')
  feed.publish()
  await pullFeed(server.url, join(parent, 'new', 'feed'))
  return { feed, server, parent }
}

async function releaseIn(folder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, 'citegate.lock.json'), 'utf8'))
}

describe('a pull', () => {
  it('makes the same changes on the disk every time', { timeout: 60_000 }, async () => {
    const { server, parent } = await scene()
    const ended = await Promise.all(
      Array.from({ length: 12 }, (_, nth) =>
        pullInChild(server.url, join(parent, String(nth), 'feed')),
      ),
    )
    const counts = ended.map(({ output }) => (JSON.parse(output) as { changes: number }).changes)
    expect(new Set(counts).size).toBe(1)
  })
})

/** How many of the points at which a pull can be killed the suite takes. */
const everyNth = 10

describe('a pull that is killed', () => {
  it.each(['first', 'later'])(
    'leaves the old release or the new one, whole, wherever it is cut off: a %s pull',
    { timeout: 180_000 },
    async (which) => {
      const { server, parent } = await scene()
      const old = which === 'later' ? await pulledFiles(join(parent, 'old', 'feed')) : null
      const next = await pulledFiles(join(parent, 'new', 'feed'))
      const attempt = async (killAt: number) => {
        const place = join(parent, String(killAt))
        if (old) {
          await cp(join(parent, 'old'), place, { recursive: true, verbatimSymlinks: true })
        }
        return {
          out: join(place, 'feed'),
          ...(await pullInChild(server.url, join(place, 'feed'), killAt)),
        }
      }
      const { changes } = JSON.parse((await attempt(0)).output) as { changes: number }
      expect(changes).toBeGreaterThan(20)
      const seen = new Set<string>()
      for (let killAt = 1; killAt <= changes; killAt += killAt > changes - 6 ? 1 : everyNth) {
        const { out, signal } = await attempt(killAt)
        expect(signal, `killed at change ${String(killAt)}`).toBe('SIGKILL')
        const survivor = await pulledFiles(out).catch(() => null)
        const state = JSON.stringify(survivor) === JSON.stringify(next) ? 'new' : 'old'
        seen.add(state)
        if (state === 'old') expect(survivor, `killed at change ${String(killAt)}`).toEqual(old)
        else expect(await releaseIn(out)).toMatchObject({ release: 2, seen: { release: 2 } })
        // The next pull heals what was left.
        const outcome = state === 'new' ? 'current' : 'updated'
        expect(await pullFeed(server.url, out)).toMatchObject({ release: 2, outcome })
        expect(await pulledFiles(out)).toEqual(next)
        const left = await readdir(join(out, '..', '.feed.releases'))
        expect(left.filter((name) => name.startsWith('unfinished'))).toEqual([])
        await rm(join(out, '..'), { recursive: true })
      }
      expect([...seen].sort()).toEqual(['new', 'old'])
    },
  )
})

describe('pulls into one place', () => {
  it('take turns, and all end with the release', { timeout: 60_000 }, async () => {
    const { server, parent } = await scene()
    const out = join(parent, 'old', 'feed')
    const ended = await Promise.all([1, 2, 3].map(() => pullInChild(server.url, out)))
    const outcomes = ended.map(({ output }) => JSON.parse(output) as { outcome: string })
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['current', 'current', 'updated'])
    expect(await pulledFiles(out)).toEqual(await pulledFiles(join(parent, 'new', 'feed')))
  })

  it('never show a reader anything but a whole release', { timeout: 60_000 }, async () => {
    const { feed, server, parent } = await scene()
    const out = join(parent, 'old', 'feed')
    const over = new AbortController()
    const reader = (async () => {
      const seen = new Set<number>()
      while (!over.signal.aborted) {
        const files = await pulledFiles(out)
        const { release } = JSON.parse(files['index.json'] ?? '') as { release: number }
        expect(files['us-en/claims/one.md']).toContain(
          release === 1
            ? 'A placeholder.'
            : release === 2
              ? 'Changed.'
              : `Release ${String(release)}.`,
        )
        expect(Object.keys(files)).toContain(`us-en/changes/${String(release)}.json`)
        seen.add(release)
      }
      return seen
    })()
    for (let release = 3; release <= 8; release += 1) {
      feed.put({ kind: 'claim', key: 'one', text: `Release ${String(release)}.` }).publish()
      await pullFeed(server.url, out)
    }
    over.abort()
    expect((await reader).size).toBeGreaterThan(2)
  })
})
