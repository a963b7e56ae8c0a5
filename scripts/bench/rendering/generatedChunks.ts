import { planRelease } from '../../../src/domain/release/index.ts'
import type { Chunk } from '../../../src/publish/renderWorkers/index.ts'
import { generatedGraph, generatedNow } from '../content/index.ts'

const publisher = {
  name: 'Generated Publisher',
  url: 'https://publisher.example',
  publicUrl: 'https://feeds.example',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
}

interface ChunksOptions {
  readonly chunks: number
  readonly itemsPerChunk: number
  readonly seed: number
}

/** Chunks of generated content, each with the graph and the plan of its own items. */
export function generatedChunks({ chunks, itemsPerChunk, seed }: ChunksOptions): readonly Chunk[] {
  return Array.from({ length: chunks }, (_, index): Chunk => {
    const graph = generatedGraph({ items: itemsPerChunk, seed: seed * chunks + index })
    const plan = planRelease(graph, generatedNow)
    return {
      input: { publisher, graph, plan, media: new Map(), now: generatedNow },
      wanted: plan.channels.map(({ channel, items }) => ({ channel: channel.key, names: items })),
    }
  })
}
