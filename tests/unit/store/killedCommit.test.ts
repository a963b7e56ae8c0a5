import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fileStore } from '../../../src/store/index.ts'
import { numberedRelease } from './numberedRelease.ts'
import { temporaryFolder } from './temporaryFolder.ts'

function start(script: string, ...given: readonly string[]): ChildProcess {
  const file = fileURLToPath(new URL(`children/${script}.ts`, import.meta.url))
  return spawn(process.execPath, [file, ...given], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function endOf(child: ChildProcess): Promise<{ signal: string | null; output: string }> {
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const signal = await new Promise<string | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_, by) => {
      resolve(by)
    })
  })
  return { signal, output }
}

/** Reads all of the current release; its number is what its own index says. */
async function wholeRelease(folder: string): Promise<number> {
  const store = fileStore(folder)
  const pointer = await store.current()
  if (pointer === null) return 0
  const manifest = await store.manifest(pointer.release, pointer.manifest)
  if (manifest === null) throw new Error('The current release has no manifest.')
  expect(Object.keys(manifest.files)).toHaveLength(4)
  const texts = await Promise.all(
    Object.values(manifest.files).map(async ({ sha256 }) =>
      Buffer.from(await store.read(sha256)).toString(),
    ),
  )
  expect(texts).toContain(`One, as of ${String(pointer.release)}.`)
  expect(texts).toContain(`Two, as of ${String(pointer.release)}.`)
  expect(texts).toContain(JSON.stringify({ release: String(pointer.release) }))
  return pointer.release
}

/** What lies in the blob folders, and what the releases held need of it. */
async function blobs(folder: string): Promise<{ held: string[]; needed: string[] }> {
  const store = fileStore(folder)
  const manifests = await Promise.all((await store.releases()).map((n) => store.manifest(n)))
  const needed = manifests.flatMap((manifest) =>
    Object.values(manifest?.files ?? {}).map(({ sha256 }) => sha256),
  )
  const entries = await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true })
  const held = entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
  return { held: held.sort(), needed: [...new Set(needed)].sort() }
}

describe('a commit killed in the middle', () => {
  it.each([
    ['the first release', 0],
    ['a later release', 2],
  ])(
    'leaves the old release or the new one, at each write of %s',
    async (_, before) => {
      const folder = await temporaryFolder()
      const origin = join(folder, 'origin')
      for (let n = 0; n < before; n += 1) await fileStore(origin).commit(numberedRelease(n))
      const attempt = async (killAt: number) => {
        const copy = join(folder, String(killAt))
        if (before > 0) await cp(origin, copy, { recursive: true })
        const { signal, output } = await endOf(
          start('commitOnce', copy, String(before), String(killAt)),
        )
        return { copy, signal, output }
      }
      const untouched = await attempt(0)
      const { writes } = JSON.parse(untouched.output) as { writes: number }
      expect(writes).toBeGreaterThan(12)
      const check = async (killAt: number) => {
        const { copy, signal } = await attempt(killAt)
        expect(signal, `killed at write ${String(killAt)}`).toBe('SIGKILL')
        const survivor = await wholeRelease(copy)
        expect([before, before + 1]).toContain(survivor)
        const wasLeft = existsSync(join(copy, 'staging'))
        const outcome = await fileStore(copy).commit(numberedRelease(survivor))
        expect(outcome).toMatchObject({ ok: true, release: survivor + 1 })
        expect(outcome.healed !== null, `healed after write ${String(killAt)}`).toBe(wasLeft)
        expect(await wholeRelease(copy)).toBe(survivor + 1)
        expect(await readdir(copy)).not.toContain('staging')
        const { held, needed } = await blobs(copy)
        expect(held, `no blob too many after write ${String(killAt)}`).toEqual(needed)
        return survivor
      }
      const survivors: number[] = []
      for (let killAt = 1; killAt <= writes; killAt += 2) {
        survivors.push(
          ...(await Promise.all([killAt, killAt + 1].filter((n) => n <= writes).map(check))),
        )
      }
      expect(survivors).toEqual([...survivors].sort((a, b) => a - b))
      expect(new Set(survivors)).toEqual(new Set([before, before + 1]))
    },
    120_000,
  )

  it('loses no acknowledged release, whenever the kill comes', async () => {
    const folder = join(await temporaryFolder(), 'store')
    let acknowledged = 0
    for (const patience of [0, 3, 9, 23, 48]) {
      const child = start('commitMany', folder, '100000')
      const ended = endOf(child)
      if (child.stdout) await once(child.stdout, 'data')
      await delay(patience)
      child.kill('SIGKILL')
      const { signal, output } = await ended
      expect(signal).toBe('SIGKILL')
      acknowledged = Math.max(acknowledged, ...output.trim().split('\n').map(Number))
      const survivor = await wholeRelease(folder)
      expect(survivor - acknowledged).toBeOneOf([0, 1])
    }
    expect(acknowledged).toBeGreaterThan(0)
    const last = await wholeRelease(folder)
    await fileStore(folder).commit(numberedRelease(last))
    const { held, needed } = await blobs(folder)
    expect(held).toEqual(needed)
    expect(await fileStore(folder).releases()).toEqual(
      Array.from({ length: last + 1 }, (_, n) => n + 1),
    )
  }, 60_000)
})

describe('publishers in several processes', () => {
  it('use each number once and lose no release', async () => {
    const folder = join(await temporaryFolder(), 'store')
    const ends = await Promise.all(
      Array.from({ length: 3 }, () => endOf(start('commitMany', folder, '12'))),
    )
    const numbers = ends.flatMap(({ output }) => output.trim().split('\n').map(Number))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 36 }, (_, n) => n + 1))
    expect(await wholeRelease(folder)).toBe(36)
  }, 60_000)
})
