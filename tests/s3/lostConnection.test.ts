import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { endOfChild, numbersIn, startChild } from '../unit/store/childProcess.ts'
import { commitNumbered, numberOf } from '../unit/store/numberedRelease.ts'
import { startReader } from '../unit/store/pollingReader.ts'
import { pointsTimeoutMs, somePoints } from '../unit/store/somePoints.ts'
import { missingFrom } from '../unit/store/textRelease.ts'
import { cuts, cuttingProxy } from './support/cuttingProxy.ts'
import { emptyCorner, endpoint, hasServer } from './support/testBucket.ts'

const files = 4

async function openProxy(onCut?: () => void) {
  const proxy = await cuttingProxy(endpoint, onCut)
  onTestFinished(() => proxy.close())
  return proxy
}

/** How many requests the second release of a store makes. */
async function countRequests(): Promise<number> {
  const proxy = await openProxy()
  const { open } = await emptyCorner()
  await commitNumbered(open(), 1, files)
  await commitNumbered(open({ endpoint: proxy.endpoint }), 2, files)
  return proxy.count()
}

describe.skipIf(!hasServer)('a connection to S3', () => {
  it(
    'may break at any request: the commit takes place, once',
    async () => {
      const requests = await countRequests()
      const proxy = await openProxy()
      let cutBefore = 0
      const all = cuts.flatMap((cut) =>
        Array.from({ length: requests }, (_, index) => ({ cut, at: index + 1 })),
      )
      for (const point of somePoints(all.length, 3)) {
        const { cut = 'request', at = 1 } = all[point - 1] ?? {}
        const { open } = await emptyCorner()
        await commitNumbered(open(), 1, files)
        const reader = startReader(open())
        proxy.cutAt(at, cut, false)
        const { outcome } = await commitNumbered(open({ endpoint: proxy.endpoint }), 2, files)
        const label = `${cut} ${at} of ${requests}`
        expect(outcome, label).toMatchObject({ ok: true })
        expect(proxy.cutCount(), label).toBe((cutBefore += 1))
        expect(numberOf(await open().pointer()), label).toBe(2)
        expect(await missingFrom(open()), label).toEqual([])
        expect(await reader.stop()).toBeGreaterThan(0)
        expect((await commitNumbered(open(), 3, files)).outcome, label).toMatchObject({ ok: true })
      }
    },
    pointsTimeoutMs,
  )

  it(
    'may be lost for good at any request: readers have the old release or the new one',
    async () => {
      const requests = await countRequests()
      const all = cuts.flatMap((cut) =>
        Array.from({ length: requests }, (_, index) => ({ cut, at: index + 1 })),
      )
      const survivors = new Set<number>()
      for (const point of somePoints(all.length, 5)) {
        const { cut = 'request', at = 1 } = all[point - 1] ?? {}
        const proxy = await openProxy()
        const { open } = await emptyCorner()
        await commitNumbered(open(), 1, files)
        const reader = startReader(open())
        proxy.cutAt(at, cut, true)
        const label = `${cut} ${at} of ${requests} and after`
        const ended = await commitNumbered(open({ endpoint: proxy.endpoint }), 2, files).then(
          ({ outcome }) => (outcome.ok ? 'committed' : outcome.reason),
          (error: unknown) => error,
        )
        const survivor = numberOf(await open().pointer())
        if (ended === 'committed') expect(survivor, label).toBe(2)
        else expect(ended, label).toMatchObject({ code: 'store-unreachable' })
        survivors.add(survivor)
        expect(await missingFrom(open()), label).toEqual([])
        expect(await reader.stop()).toBeGreaterThan(0)
        const next = await commitNumbered(open(), survivor + 2, files)
        expect(next.outcome, label).toMatchObject({ ok: true })
        expect(await missingFrom(open()), label).toEqual([])
        await proxy.close()
      }
      expect([...survivors].sort()).toEqual([1, 2])
    },
    pointsTimeoutMs,
  )
})

describe.skipIf(!hasServer)('a publisher to S3', () => {
  it(
    'may be killed at any request: readers have the old release or the new one',
    async () => {
      const requests = await countRequests()
      const all = (['request', 'answer'] as const).flatMap((cut) =>
        Array.from({ length: requests }, (_, index) => ({ cut, at: index + 1 })),
      )
      for (const point of somePoints(all.length, 9)) {
        const { cut = 'request', at = 1 } = all[point - 1] ?? {}
        const { open, location } = await emptyCorner()
        await commitNumbered(open(), 1, 6)
        const publisher: { child?: ChildProcess } = {}
        const proxy = await openProxy(() => publisher.child?.kill('SIGKILL'))
        proxy.cutAt(at, cut, true)
        publisher.child = startChild('commitMany', location, '1', proxy.endpoint)
        const { signal } = await endOfChild(publisher.child)
        const label = `killed at ${cut} ${at} of ${requests}`
        expect(signal, label).toBe('SIGKILL')
        const survivor = numberOf(await open().pointer())
        expect([1, 2], label).toContain(survivor)
        expect(await missingFrom(open()), label).toEqual([])
        const next = await commitNumbered(open(), survivor + 2, 6)
        expect(next.outcome, label).toMatchObject({ ok: true })
        await proxy.close()
      }
    },
    pointsTimeoutMs,
  )

  it('loses no acknowledged release, whenever it is killed', async () => {
    const { open, location } = await emptyCorner()
    let acknowledged = 0
    for (const patience of [0, 40, 90]) {
      const child = startChild('commitMany', location, '100000', endpoint)
      const ended = endOfChild(child)
      if (child.stdout) await once(child.stdout, 'data')
      await delay(patience)
      child.kill('SIGKILL')
      acknowledged = Math.max(acknowledged, ...numbersIn(await ended))
      expect(numberOf(await open().pointer()) - acknowledged).toBeOneOf([0, 1])
      expect(await missingFrom(open())).toEqual([])
    }
  })
})

describe.skipIf(!hasServer)('publishers to S3 in several processes', () => {
  it('use each number once, and commit nothing that a collection beside them removes', async () => {
    const { open, location } = await emptyCorner()
    const reader = startReader(open())
    const collector = startChild('collectMany', location, endpoint)
    const collected = endOfChild(collector)
    const ends = await Promise.all(
      Array.from({ length: 2 }, () =>
        endOfChild(startChild('commitMany', location, '8', endpoint)),
      ),
    )
    const numbers = ends.flatMap(numbersIn)
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, n) => n + 1))
    // With nobody at work any more, the collection gets its turn.
    await delay(1_500)
    collector.kill('SIGKILL')
    expect(numbersIn(await collected).length).toBeGreaterThan(0)
    expect(await missingFrom(openStore(location, { s3Endpoint: endpoint }))).toEqual([])
    expect(await reader.stop()).toBeGreaterThan(0)
  })
})
