import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Chunk, RenderedChunk } from './renderChunk.ts'
import { renderChunk } from './renderChunk.ts'

export interface RenderPool {
  /** @throws what a thread died of, such as too little memory; the next chunk gets a new thread */
  readonly render: (chunk: Chunk) => Promise<RenderedChunk>
  readonly close: () => Promise<void>
}

export interface PoolOptions {
  /** How many items there will be in all. */
  readonly items: number
  /** One for every core, if not given: the thread that asks waits for most of the time. */
  readonly threads?: number
}

/** A thread reads all of the renderer before its first item; this many are rendered meanwhile. */
const worthThreads = 500

/**
 * Threads that render chunks, each one at a time; few items are rendered in the thread that asks.
 * Hand in one chunk more than there are threads, so that none of them waits.
 */
export function renderPool({ items, threads = availableParallelism() }: PoolOptions): RenderPool {
  const all = new Set<Worker>()
  const idle: Worker[] = []
  const waiting: ((worker: Worker | undefined) => void)[] = []

  const take = async (): Promise<Worker> => {
    const free = idle.pop()
    if (free !== undefined) return free
    if (all.size < threads) return start(all)
    const next = await new Promise<Worker | undefined>((resolve) => waiting.push(resolve))
    return next ?? start(all)
  }
  const giveBack = (worker: Worker | undefined): void => {
    const next = waiting.shift()
    if (next !== undefined) next(worker)
    else if (worker !== undefined) idle.push(worker)
  }

  return {
    render: async (chunk) => {
      if (threads === 0 || items < worthThreads) return renderChunk(chunk)
      const worker = await take()
      try {
        worker.postMessage(chunk)
        const answers: unknown[] = await once(worker, 'message')
        giveBack(worker)
        return answers[0] as RenderedChunk
      } catch (error) {
        all.delete(worker)
        await worker.terminate()
        giveBack(undefined)
        throw error
      }
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()))
      all.clear()
      idle.length = 0
    },
  }
}

/** Programs run in the project's folder; a bundler would take the thread's source for its own. */
const workerFile = 'src/publish/renderWorkers/renderWorker.ts'

function start(all: Set<Worker>): Worker {
  const worker = new Worker(path.resolve(/* turbopackIgnore: true */ workerFile), {
    // A thread would let its waste lie until the machine is full.
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
  })
  worker.unref()
  all.add(worker)
  return worker
}
