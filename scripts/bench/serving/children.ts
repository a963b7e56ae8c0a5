import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { LoadOrder, LoadReport } from './load.ts'

/** A program of the benchmark, by its file. */
export function start(script: URL, ...given: readonly string[]): ChildProcess {
  return fork(fileURLToPath(script), given)
}

/** What a server says first: where it listens. */
export async function portOf(child: ChildProcess): Promise<number> {
  return (await messageOf(child)) as number
}

/** Lets a load generator do one piece of work. */
export async function run(generator: ChildProcess, order: LoadOrder): Promise<LoadReport> {
  generator.send(order)
  return (await messageOf(generator)) as LoadReport
}

/** A child that dies has said why on its own standard error. */
async function messageOf(child: ChildProcess): Promise<unknown> {
  const over = new AbortController()
  const { signal } = over
  try {
    const death = once(child, 'exit', { signal }).then(() => {
      throw new Error('A process of the benchmark died.')
    })
    const messages: readonly unknown[] = await Promise.race([
      once(child, 'message', { signal }),
      death,
    ])
    return messages[0]
  } finally {
    over.abort()
  }
}
