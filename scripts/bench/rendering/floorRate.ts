import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderChunk } from '../../../src/publish/renderWorkers/index.ts'
import type { BenchmarkInput } from '../benchmark.ts'
import { median } from '../median.ts'
import { floorItem, writeFloor } from './floor.ts'
import { generatedChunks } from './generatedChunks.ts'

const rounds = 5

/** Items per second of the bare loop, in one thread. */
export async function floorRate(progress: BenchmarkInput['progress']): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'citegate-bench-'))
  try {
    progress('the bare loop')
    const chunks = generatedChunks({ chunks: 2, itemsPerChunk: 100, seed: 99 })
    const items = chunks.flatMap((chunk) => renderChunk(chunk).items.map(floorItem))
    writeFloor(items, folder)
    const rates = Array.from({ length: rounds }, () => {
      const began = performance.now()
      writeFloor(items, folder)
      return (items.length / (performance.now() - began)) * 1000
    })
    return median(rates)
  } finally {
    await rm(folder, { recursive: true })
  }
}
