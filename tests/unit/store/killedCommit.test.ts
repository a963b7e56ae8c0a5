import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fileStore } from '../../../src/store/index.ts'
import { endOfChild, numbersIn, startChild } from './childProcess.ts'
import { commitNumbered, numberOf, numberedObjects } from './numberedRelease.ts'
import { startReader } from './pollingReader.ts'
import { pointsTimeoutMs, somePoints } from './somePoints.ts'
import { temporaryFolder } from './temporaryFolder.ts'
import { missingFrom, namesIn } from './textRelease.ts'

const isStaged = (folder: string): Promise<boolean> =>
  readdir(join(folder, 'staging')).then(
    (names) => names.length > 0,
    () => false,
  )

/** All that releases of these numbers need. */
const needs = (numbers: readonly number[], files: number): readonly string[] =>
  [...new Set(numbers.flatMap((n) => [...numberedObjects(n, files).keys()]))].sort()

/** A folder with the releases up to `before`, and a way to try the next on a copy of it. */
async function workshop(before: number, files: number) {
  const folder = await temporaryFolder()
  const origin = join(folder, 'origin')
  for (let n = 1; n <= before; n += 1) await commitNumbered(fileStore(origin), n, files)
  const attempt = async (copy: string, number: number, killAt: number) => {
    const child = startChild('commitOnce', copy, `${number}`, `${files}`, `${killAt}`)
    const end = endOfChild(child)
    const reader = startReader(fileStore(copy))
    return { ...(await end), whole: await reader.stop() }
  }
  return {
    attempt,
    copyOf: async (from: string, name: string | number) => {
      const copy = join(folder, String(name))
      if (existsSync(from)) await cp(from, copy, { recursive: true })
      return copy
    },
    origin,
  }
}

async function pairwise<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  for (let n = 0; n < items.length; n += 2) await Promise.all(items.slice(n, n + 2).map(task))
}

/** What has to hold of a store whose publisher of `number` was killed; answers who survived. */
async function examine(copy: string, before: number, number: number, files: number, at: string) {
  const store = fileStore(copy)
  const survivor = numberOf(await store.pointer())
  expect([before, number], at).toContain(survivor)
  expect(await missingFrom(store), at).toEqual([])
  const wasLeft = await isStaged(copy)
  const { outcome, healed } = await commitNumbered(store, 100, files)
  expect(outcome.ok, at).toBe(true)
  expect(healed !== null, `healed, ${at}`).toBe(wasLeft)
  if (healed) expect(healed.wasCommitted, at).toBe(survivor === number)
  expect(await missingFrom(store), at).toEqual([])
  expect(await readdir(copy), at).not.toContain('staging')
  const kept = Array.from({ length: before }, (_, index) => index + 1)
  const all = survivor === 0 ? [100] : [...new Set([...kept, survivor, 100])]
  expect(await namesIn(store), `no object too many or too few, ${at}`).toEqual(needs(all, files))
  return survivor
}

describe('a commit killed in the middle', () => {
  it.each([
    ['the first release', 0, 10, 10],
    ['a later release', 2, 24, 10],
    // From 128 on, they are synced by one call.
    ['a release of many files', 1, 258, 10],
  ])(
    'leaves the old release or the new one, at each write of %s',
    async (_, before, files, share) => {
      const { attempt, copyOf, origin } = await workshop(before, files)
      const number = before + 1
      const untouched = await attempt(await copyOf(origin, 'untouched'), number, 0)
      const { writes } = JSON.parse(untouched.output) as { writes: number }
      expect(writes).toBeGreaterThan(40)
      const survivors = new Map<number, number>()
      await pairwise(somePoints(writes, 7 + before, share), async (killAt) => {
        const copy = await copyOf(origin, killAt)
        const at = `killed at write ${killAt} of ${writes}`
        const { signal } = await attempt(copy, number, killAt)
        expect(signal, at).toBe('SIGKILL')
        survivors.set(killAt, await examine(copy, before, number, files, at))
      })
      const inOrder = [...survivors].sort(([a], [b]) => a - b).map(([, survivor]) => survivor)
      expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
      expect(new Set(inOrder)).toEqual(new Set([before, number]))
    },
    pointsTimeoutMs,
  )

  it(
    'heals just as well when the healing was killed too',
    async () => {
      const [before, files] = [1, 24]
      const { attempt, copyOf, origin } = await workshop(before, files)
      const { output } = await attempt(await copyOf(origin, 'untouched'), 2, 0)
      const { writes } = JSON.parse(output) as { writes: number }
      // Some objects are in place, and the pointer is not. They are renamed many at a time: a kill
      // may come before the first of them, or a few changes later.
      const tornAt = async (killAt: number): Promise<string> => {
        const torn = await copyOf(origin, `torn-${killAt}`)
        await attempt(torn, 2, killAt)
        const [left, whole] = [await namesIn(fileStore(torn)), await namesIn(fileStore(origin))]
        return left.length > whole.length ? torn : tornAt(killAt + 1)
      }
      const torn = await tornAt(writes - 12)
      const healing = await attempt(await copyOf(torn, 'healing'), 3, 0)
      const again = JSON.parse(healing.output) as { writes: number; healed: unknown }
      expect(again.healed).toMatchObject({ wasCommitted: false })
      await pairwise(somePoints(again.writes, 11), async (killAt) => {
        const copy = await copyOf(torn, `healing-${killAt}`)
        const at = `healing killed at write ${killAt} of ${again.writes}`
        expect((await attempt(copy, 3, killAt)).signal, at).toBe('SIGKILL')
        await examine(copy, before, 3, files, at)
      })
    },
    pointsTimeoutMs,
  )

  it('loses no acknowledged release, whenever the kill comes', async () => {
    const folder = join(await temporaryFolder(), 'store')
    const store = fileStore(folder)
    const reader = startReader(store)
    let acknowledged = 0
    for (const patience of [0, 3, 9, 23, 48]) {
      const child = startChild('commitMany', folder, '100000')
      const ended = endOfChild(child)
      if (child.stdout) await once(child.stdout, 'data')
      await delay(patience)
      child.kill('SIGKILL')
      const end = await ended
      expect(end.signal).toBe('SIGKILL')
      acknowledged = Math.max(acknowledged, ...numbersIn(end))
      expect(numberOf(await store.pointer()) - acknowledged).toBeOneOf([0, 1])
      expect(await missingFrom(store)).toEqual([])
    }
    expect(await reader.stop()).toBeGreaterThan(0)
    const last = numberOf(await store.pointer())
    await commitNumbered(store, last + 1, 6)
    const all = Array.from({ length: last + 1 }, (_, index) => index + 1)
    expect(await namesIn(store)).toEqual(needs(all, 6))
  }, 120_000)
})

describe('publishers in several processes', () => {
  it('use each number once and lose no release', async () => {
    const folder = join(await temporaryFolder(), 'store')
    const reader = startReader(fileStore(folder))
    const ends = await Promise.all(
      Array.from({ length: 3 }, () => endOfChild(startChild('commitMany', folder, '12'))),
    )
    const numbers = ends.flatMap(numbersIn)
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 36 }, (_, n) => n + 1))
    expect(numberOf(await fileStore(folder).pointer())).toBe(36)
    expect(await reader.stop()).toBeGreaterThan(0)
  }, 120_000)

  it('commit nothing that a collection beside them removes', async () => {
    const folder = join(await temporaryFolder(), 'store')
    const reader = startReader(fileStore(folder))
    const collector = startChild('collectMany', folder)
    const collected = endOfChild(collector)
    const ends = await Promise.all(
      Array.from({ length: 2 }, () => endOfChild(startChild('commitMany', folder, '20'))),
    )
    collector.kill('SIGKILL')
    expect(ends.flatMap(numbersIn).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, n) => n + 1),
    )
    expect(Math.max(0, ...numbersIn(await collected))).toBeGreaterThan(0)
    expect(await missingFrom(fileStore(folder))).toEqual([])
    expect(await reader.stop()).toBeGreaterThan(0)
  }, 120_000)
})
