import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Benchmark, BenchmarkInput, Measure } from '../benchmark.ts'
import { median } from '../median.ts'
import { floorRate } from '../rendering/floorRate.ts'
import { thrift } from '../../bootstrap/thrift.mjs'
import type { WorkReport } from './work.ts'

type Progress = BenchmarkInput['progress']

/** What releases of a content of one size came to. */
interface Sized {
  readonly items: number
  readonly full: WorkReport
  readonly change: WorkReport
}

/** A large content is no dearer to change than a small one. */
export const releasing: Benchmark = {
  name: 'releasing',
  about:
    'releases of a database with 1,000 and 10,000 items: all of it, and one changed claim; with --quick 500 and 1,000',
  run: async ({ isQuick, progress }) => {
    const [few, many] = isQuick ? [500, 1_000] : [1_000, 10_000]
    const floorBefore = await floorRate(progress)
    const small = await sized(few, progress)
    const large = await sized(many, progress)
    const floor = (floorBefore + (await floorRate(progress))) / 2
    return [fullRate(large, floor), ...changeMeasures(small, large), transfer(large), peak(large)]
  },
}

/** Stream, do not hold the corpus. Takes most of an hour. */
export const memory: Benchmark = {
  name: 'memory',
  about: 'peak memory of a first release of 50,000 items, beside 10,000; only when asked for',
  isLong: true,
  run: async ({ isQuick, progress }) => {
    const [few, many] = isQuick ? [500, 2_500] : [10_000, 50_000]
    const small = await sized(few, progress, false)
    const large = await sized(many, progress, false)
    const [value, floor] = [large, small].map(({ full }) => full.peakBytes / 2 ** 20)
    return [
      {
        name: `peak at ${String(many)} items`,
        value: value ?? 0,
        unit: 'MiB',
        floor: { name: `at ${String(few)}`, value: floor ?? 0 },
        ratio: (floor ?? 0) / (value ?? 1),
        target: 1 / 1.3,
      },
    ]
  },
}

function fullRate({ items, full }: Sized, floor: number): Measure {
  const value = (items / full.ms) * 1000
  return {
    name: `first release of ${String(items)}`,
    value,
    unit: 'items/s',
    floor: { name: 'stringify, JSON, SHA-256, write', value: floor },
    ratio: value / floor,
    target: 0.5,
  }
}

function changeMeasures(small: Sized, large: Sized): readonly Measure[] {
  const floor = (value: number) => ({ name: `among ${String(small.items)}`, value })
  const among = `one change among ${String(large.items)}`
  const count = (name: string, of: (report: WorkReport) => number): Measure => ({
    name: `${among}: ${name}`,
    value: of(large.change),
    unit: '',
    floor: floor(of(small.change)),
    ratio: of(small.change) / of(large.change),
  })
  return [
    {
      name: among,
      value: large.change.ms,
      unit: 'ms',
      floor: floor(small.change.ms),
      ratio: small.change.ms / large.change.ms,
      target: 1 / 1.5,
    },
    count('documents read', ({ cost }) => cost.read),
    count('items rendered', ({ cost }) => cost.rendered),
    count('objects written', ({ cost }) => cost.written),
    count('bytes written', ({ cost }) => cost.bytes),
  ]
}

/** What a downstream site fetches after one changed and one withdrawn claim. */
function transfer({ items, change }: Sized): Measure {
  const { fetched = 0, changed = 0 } = change.pull ?? {}
  const floor = 1.1 * changed + 64 * 1024
  return {
    name: `fetched after a change and a withdrawal among ${String(items)}`,
    value: fetched,
    unit: 'bytes',
    floor: { name: '1.1 times the changed bytes and 64 KB', value: floor },
    ratio: floor / fetched,
    target: 1,
  }
}

function peak({ items, full }: Sized): Measure {
  const value = full.peakBytes / 2 ** 20
  return {
    name: `peak memory of a first release of ${String(items)}`,
    value,
    unit: 'MiB',
    floor: { name: 'allowed', value: 768 },
    ratio: 768 / value,
    target: 1,
  }
}

const changes = 7

async function sized(items: number, progress: Progress, withChanges = true): Promise<Sized> {
  const folder = await mkdtemp(join(tmpdir(), 'citegate-bench-'))
  const run = (...args: readonly string[]) =>
    work(folder, args, (text) => {
      progress(`releasing, ${String(items)} items: ${text}`)
    })
  try {
    await run('fill', String(items))
    const [full] = await run('full')
    if (full === undefined) throw new Error('The first release was not measured.')
    if (!withChanges) return { items, full, change: full }
    const reports = await run('change', String(changes))
    const [last] = reports.slice(-1)
    const ms = median(reports.map((report) => report.ms))
    return { items, full, change: { ...full, ...last, ms } }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Message = { readonly progress: string } | { readonly reports: readonly WorkReport[] }

async function work(
  folder: string,
  args: readonly string[],
  progress: Progress,
): Promise<readonly WorkReport[]> {
  const child = fork(fileURLToPath(new URL('./work.ts', import.meta.url)), args, {
    execArgv: [...process.execArgv, ...thrift.args],
    env: {
      ...process.env,
      ...thrift.env,
      DATA_DIR: folder,
      PUBLIC_URL: 'https://feeds.example.org',
    },
  })
  let reports: readonly WorkReport[] = []
  child.on('message', (message: Message) => {
    if ('progress' in message) progress(message.progress)
    else reports = message.reports
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`The benchmark’s ${args.join(' ')} failed.`)
  return reports
}
