import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { keyFolder } from './publishing.ts'

interface Cost {
  readonly buildMs: number
  readonly changeMs: number
  readonly bins: number
  readonly binsRead: number
  readonly binsWritten: number
  readonly bytesToFetch: number
}

async function costOf(targets: number, heapMegabytes: number): Promise<Cost> {
  await using folder = await keyFolder()
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${String(heapMegabytes)}`,
    'tests/unit/repository/children/manyTargets.ts',
    folder.folder,
    String(targets),
  ])
  return JSON.parse(stdout) as Cost
}

it('lets a reader follow one change among 20,000 targets with less than 60 KB', async () => {
  const cost = await costOf(20_000, 150)
  expect(cost).toMatchObject({ bins: 512, binsRead: 3, binsWritten: 3 })
  expect(cost.bytesToFetch).toBeLessThan(60_000)
})

it('builds 100,000 targets in 1,024 bins in seconds and in little memory', async () => {
  const cost = await costOf(100_000, 150)
  expect(cost).toMatchObject({ bins: 1024, binsRead: 3, binsWritten: 3 })
  // Processor time: a busy machine is not to fail it.
  expect(cost.buildMs).toBeLessThan(20_000)
  expect(cost.changeMs).toBeLessThan(1000)
})
