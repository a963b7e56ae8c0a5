import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Benchmark } from '../benchmark.ts'
import { beginRelease, createKeys, openKeys, openRelease } from '../../../src/repository/index.ts'
import { fileStore } from '../../../src/store/index.ts'
import { body, path } from './answer.ts'
import { portOf, run, start } from './children.ts'

const servers = new URL('./servers.ts', import.meta.url)
const load = new URL('./load.ts', import.meta.url)
const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, br\r\n\r\n`

/** Files that change with each release, beside the one that is asked for. */
const changing = 200

/** Memory of the feed server under load, while releases land that replace most of its files. */
export const steady: Benchmark = {
  name: 'steady',
  about:
    'memory of the feed server under load while releases land, at the end beside the beginning',
  run: async ({ isQuick, progress }) => {
    const folder = await mkdtemp(join(tmpdir(), 'citegate-bench-'))
    const publish = await publisher(folder)
    await publish()
    const children = [start(servers, 'store', join(folder, 'store')), start(load)] as const
    try {
      const [server, generator] = children
      const order = { port: await portOf(server), request, status: 200, connections: 32, ms: 500 }
      const releases = isQuick ? 40 : 200
      const samples: number[] = []
      for (let release = 1; release <= releases; release += 1) {
        progress(`steady: release ${release} of ${releases}`)
        await Promise.all([publish(), run(generator, order)])
        samples.push(await memoryOf(server))
      }
      const quarter = Math.floor(releases / 4)
      const floor = most(samples.slice(quarter, 2 * quarter))
      const value = most(samples.slice(-quarter))
      return [
        {
          name: `memory after ${String(releases)} releases under load`,
          value,
          unit: 'MiB',
          floor: { name: 'after a quarter to half of them', value: floor },
          ratio: floor / value,
          target: 1 / 1.1,
        },
      ]
    } finally {
      for (const child of children) {
        child.kill()
        await once(child, 'exit')
      }
      await rm(folder, { recursive: true, force: true })
    }
  },
}

/** Commits a release after a release; what the server was told last is gone from the next. */
async function publisher(folder: string): Promise<() => Promise<void>> {
  const store = fileStore(join(folder, 'store'))
  const keys = openKeys(join(folder, 'keys'))
  await createKeys(keys, new Date())
  let number = 0
  return async () => {
    number += 1
    const base = await openRelease(store)
    const now = new Date()
    const draft = await beginRelease({ store, keys, base, now, startsEmpty: base === null })
    await draft.put('index.json', Buffer.from(JSON.stringify({ release: number })))
    await draft.put(path.slice('/feeds/v1/'.length), body)
    for (let file = 0; file < changing; file += 1) {
      const text = JSON.stringify({ number, file, filler: 'x'.repeat(5_000) })
      await draft.put(`us-en/claims/claim-${String(file)}.json`, Buffer.from(text))
    }
    await draft.commit({ release: number, auditHead: null })
  }
}

async function memoryOf(server: ReturnType<typeof start>): Promise<number> {
  await delay(50)
  server.send('memory')
  const [bytes] = (await once(server, 'message')) as [number]
  return bytes / 2 ** 20
}

const most = (values: readonly number[]): number => Math.max(...values)
