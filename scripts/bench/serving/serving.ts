import type { ChildProcess } from 'node:child_process'
import type { Benchmark, Measure } from '../benchmark.ts'
import { median } from '../median.ts'
import { etag, path } from './answer.ts'
import { portOf, run, start } from './children.ts'
import type { LoadOrder } from './load.ts'

const requestHead = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, br\r\n`
const requests = [
  { name: '200 answers', status: 200, request: `${requestHead}\r\n` },
  { name: '304 answers', status: 304, request: `${requestHead}If-None-Match: ${etag}\r\n\r\n` },
] as const

const servers = new URL('./servers.ts', import.meta.url)
const load = new URL('./load.ts', import.meta.url)
const connections = 32
const target = 0.8

/** Requests per second of a current feed file, beside a bare server of the same bytes. */
export const serving: Benchmark = {
  name: 'serving',
  about: 'the feed server beside a bare node:http server that answers the same bytes',
  run: async ({ isQuick, progress }) => {
    const children = [start(servers, 'feeds'), start(servers, 'floor'), start(load)] as const
    try {
      const [feeds, floor, generator] = children
      const ports = { feeds: await portOf(feeds), floor: await portOf(floor) }
      const measures: Measure[] = []
      for (const { name, ...request } of requests) {
        const order = { ...request, connections, ms: isQuick ? 200 : 400 }
        const rounds = { feeds: [] as number[], floor: [] as number[] }
        const mine = { ...order, port: ports.feeds }
        const bare = { ...order, port: ports.floor }
        progress(`serving: ${name}, warming up`)
        await warmUp(generator, mine)
        await warmUp(generator, bare)
        // Short rounds by turns: a busy neighbour disturbs both alike, and most rounds not at all.
        for (let round = 1; round <= (isQuick ? 7 : 25); round += 1) {
          progress(`serving: ${name}, round ${round}`)
          const [answered, floored] = [await run(generator, mine), await run(generator, bare)]
          if (answered.sample !== floored.sample) {
            throw new Error(`The servers differ:\n${answered.sample}\n${floored.sample}`)
          }
          rounds.feeds.push(answered.answers / answered.seconds)
          rounds.floor.push(floored.answers / floored.seconds)
        }
        measures.push(measureOf(name, rounds.feeds, rounds.floor))
      }
      return measures
    } finally {
      for (const child of children) child.kill()
    }
  },
}

function measureOf(name: string, feeds: readonly number[], floor: readonly number[]): Measure {
  const ratios = feeds.map((value, round) => value / (floor[round] ?? NaN))
  return {
    name,
    value: median(feeds),
    unit: 'requests/s',
    floor: { name: 'bare node:http', value: median(floor) },
    ratio: median(ratios),
    target,
  }
}

/** Code runs at its speed after so many requests, however long they take. */
const warmUpAnswers = 40_000

async function warmUp(generator: ChildProcess, order: LoadOrder): Promise<void> {
  for (let answers = 0; answers < warmUpAnswers;) {
    answers += (await run(generator, order)).answers
  }
}
