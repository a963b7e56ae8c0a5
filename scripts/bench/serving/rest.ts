import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Benchmark } from '../benchmark.ts'
import { median } from '../median.ts'

const item = 'prolotherapy'
const connections = 8

interface Target {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * The same item of the running program, with all that belongs to it: as the feed has it, and as
 * Payload's REST API gives it with its relations.
 */
export const rest: Benchmark = {
  name: 'rest',
  about: 'an item of the feed beside the same one over Payload’s REST API with depth=2',
  run: async ({ isQuick, progress }) => {
    const folder = await mkdtemp(join(tmpdir(), 'citegate-bench-'))
    const site = `http://127.0.0.1:${String(await freePort())}`
    progress('rest: starting the program')
    const program = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...process.env, DATA_DIR: folder, PORT: new URL(site).port, PUBLIC_URL: site },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const agent = new Agent({ keepAlive: true, maxSockets: connections })
    try {
      await ready(site, program)
      const token = await signIn(
        site,
        (await readFile(join(folder, 'demo-password'), 'utf8')).trim(),
      )
      const feed = { url: `${site}/feeds/v1/us-en/therapies/${item}.json` }
      const api = {
        url: `${site}/api/therapies?where[key][equals]=${item}&depth=2&limit=1`,
        headers: { Authorization: `JWT ${token}` },
      }
      const rounds = { feed: [] as number[], api: [] as number[] }
      const ms = isQuick ? 1_000 : 3_000
      for (const target of [feed, api]) await perSecond(target, agent, ms)
      for (let round = 1; round <= (isQuick ? 3 : 9); round += 1) {
        progress(`rest: round ${round}`)
        rounds.feed.push(await perSecond(feed, agent, ms))
        rounds.api.push(await perSecond(api, agent, ms))
      }
      const [value, floor] = [median(rounds.feed), median(rounds.api)]
      return [
        {
          name: 'an item of the feed',
          value,
          unit: 'requests/s',
          floor: { name: 'Payload REST, depth=2', value: floor },
          ratio: value / floor,
          target: 50,
        },
      ]
    } finally {
      agent.destroy()
      program.kill()
      if (program.exitCode === null) await once(program, 'exit')
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function perSecond(target: Target, agent: Agent, ms: number): Promise<number> {
  const began = performance.now()
  let answers = 0
  const ask = async (): Promise<void> => {
    while (performance.now() - began < ms) {
      await fetched(target, agent)
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, ask))
  return (answers / (performance.now() - began)) * 1000
}

function fetched({ url, headers = {} }: Target, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (res) => {
      if (res.statusCode !== 200) {
        reject(new Error(`${url} answered ${String(res.statusCode)}.`))
        return
      }
      res.resume().once('end', resolve).once('error', reject)
    }).once('error', reject)
  })
}

async function ready(site: string, program: ReturnType<typeof spawn>): Promise<void> {
  for (;;) {
    if (program.exitCode !== null) throw new Error('The program did not start.')
    const answer = await fetch(`${site}/readyz`).catch(() => undefined)
    if (answer?.ok === true) return
    await delay(250)
  }
}

async function signIn(site: string, password: string): Promise<string> {
  const answer = await fetch(`${site}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'editor@demo.test', password }),
  })
  const { token } = (await answer.json()) as { token?: string }
  if (token === undefined) throw new Error('The demonstration editor could not sign in.')
  return token
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
