import { parentPort } from 'node:worker_threads'
import type { Chunk } from './renderChunk.ts'
import { renderChunk } from './renderChunk.ts'

/** A thread that renders one chunk after the other and hands the bytes over without a copy. */
parentPort?.on('message', (chunk: Chunk) => {
  const rendered = renderChunk(chunk)
  const bodies = rendered.items.flatMap(({ json, markdown }) => [json.body, markdown.body])
  parentPort?.postMessage(
    rendered,
    bodies.map(({ buffer }) => buffer as ArrayBuffer),
  )
})
