import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import type { Chunk, RenderedChunk } from '../../../src/publish/renderWorkers/index.ts'
import { renderChunk, renderPool } from '../../../src/publish/renderWorkers/index.ts'
import type { Benchmark, Measure } from '../benchmark.ts'
import { median } from '../median.ts'
import { floorItem, writeFloor } from './floor.ts'
import { generatedChunks } from './generatedChunks.ts'

const threads = 2
const itemsPerChunk = 100
const target = 0.5

interface Round {
  /** Milliseconds. */
  readonly alone: number
  readonly together: number
  readonly floor: number
}

/** Items per second from content to files, beside a bare loop that writes the very same bytes. */
export const rendering: Benchmark = {
  name: 'rendering',
  about:
    'feed items rendered, hashed and written, beside remark-stringify, JSON, SHA-256 and write alone',
  run: async ({ isQuick, progress }) => {
    const [rounds, chunks] = isQuick ? [3, 2] : [9, 4]
    const folder = await mkdtemp(join(tmpdir(), 'citegate-bench-'))
    const pool = renderPool({ items: 10_000, threads })
    const measured: Round[] = []
    try {
      // Every round has content of its own, so that nothing is known from the last one.
      for (let round = 0; round <= rounds; round += 1) {
        progress(round === 0 ? 'rendering: warming up' : `rendering: round ${round}`)
        const seed = 2 * round + 1
        const mine = generatedChunks({ chunks, itemsPerChunk, seed })
        const theirs = generatedChunks({ chunks, itemsPerChunk, seed: seed + 1 })
        const times = await roundOf(mine, theirs, pool.render, folder)
        if (round > 0) measured.push(times)
      }
    } finally {
      await pool.close()
      await rm(folder, { recursive: true })
    }
    const items = chunks * itemsPerChunk
    return [
      measureOf('one thread', items, measured, ({ alone }) => alone),
      measureOf(`${threads} threads`, items, measured, ({ together }) => together),
    ]
  },
}

async function roundOf(
  mine: readonly Chunk[],
  theirs: readonly Chunk[],
  render: (chunk: Chunk) => Promise<RenderedChunk>,
  folder: string,
): Promise<Round> {
  let rendered: RenderedChunk[] = []
  const alone = await timed(() => {
    rendered = mine.map((chunk) => {
      const result = renderChunk(chunk)
      write(result, folder)
      return result
    })
    return Promise.resolve()
  })
  const floorItems = rendered.flatMap(({ items }) => items.map(floorItem))
  const floor = await timed(() => {
    writeFloor(floorItems, folder)
    return Promise.resolve()
  })
  const together = await timed(async () => {
    await Promise.all(theirs.map(async (chunk) => write(await render(chunk), folder)))
  })
  return { alone, together, floor }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function write({ items, refusals }: RenderedChunk, folder: string): void {
  if (refusals.length > 0) throw new Error(`Items were refused: ${JSON.stringify(refusals[0])}`)
  for (const [index, { json, markdown }] of items.entries()) {
    writeFileSync(join(folder, `${index}.json`), json.body)
    writeFileSync(join(folder, `${index}.md`), markdown.body)
  }
}

function measureOf(
  name: string,
  items: number,
  rounds: readonly Round[],
  timeOf: (round: Round) => number,
): Measure {
  const perSecond = (time: number) => (items / time) * 1000
  return {
    name,
    value: median(rounds.map((round) => perSecond(timeOf(round)))),
    unit: 'items/s',
    floor: { name: 'bare loop', value: median(rounds.map(({ floor }) => perSecond(floor))) },
    ratio: median(rounds.map((round) => round.floor / timeOf(round))),
    target,
  }
}
