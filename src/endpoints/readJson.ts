import type { PayloadRequest } from 'payload'
import { refusal } from '../refusal.ts'

/** Largest body our endpoints read, in bytes. */
const largestBody = 100_000
const deepest = 20

/**
 * The JSON body of a request. What is larger or deeper than anything a person asks for is not even
 * looked at.
 *
 * @throws a refusal: 413 when it is too large, 400 when it is no JSON or nested too deep
 */
export async function readJson(req: PayloadRequest): Promise<unknown> {
  const text = await bounded(req)
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw refusal('malformed', 'The body of the request is no JSON. Send an object in JSON.')
  }
  if (depthOf(body) > deepest) {
    throw refusal(
      'malformed',
      `The body of the request is nested deeper than ${String(deepest)} levels. Send a flat object.`,
    )
  }
  return body
}

async function bounded({ body }: PayloadRequest): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = (body as ReadableStream<Uint8Array> | null | undefined)?.getReader()
  for (;;) {
    const read = await reader?.read()
    if (read?.value === undefined) break
    size += read.value.byteLength
    if (size > largestBody) {
      await reader?.cancel()
      throw refusal(
        'too-large',
        `The body of the request is larger than ${String(largestBody)} bytes. Send less.`,
      )
    }
    chunks.push(read.value)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** Levels of nesting, counted without a stack that a hostile body could overflow. */
function depthOf(value: unknown): number {
  let depth = 0
  let level: unknown[] = [value]
  while (depth <= deepest) {
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    )
    if (level.length === 0) return depth
    depth += 1
  }
  return depth
}
