import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from './freePort.ts'

export interface RunningServer {
  /** Where it answers, without a slash at the end. */
  readonly url: string
  /** Of every demo account. */
  readonly password: string
  /** Stops it and removes its data. */
  readonly stop: () => Promise<void>
}

const patienceMs = 120_000
const root = path.resolve(import.meta.dirname, '../../..')

/**
 * Starts the built program as `npm start` does, with the demo content in a data folder of its own,
 * on a free port. The build has to be there.
 *
 * @throws when it ends, or is not ready in time; the message has what it said
 */
export async function startServer(): Promise<RunningServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const password = 'a password for the browser tests'
  const dataDir = await mkdtemp(path.join(tmpdir(), 'citegate-e2e-'))
  const server = spawn(process.execPath, ['scripts/serve.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: dataDir,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      DEMO: 'on',
      DEMO_PASSWORD: password,
    },
  })
  const said = listen(server)
  const stop = async () => {
    await end(server)
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await ready(url, server)
  } catch (error) {
    await stop()
    throw new Error(`The server did not get ready. It said:\n${said()}`, { cause: error })
  }
  return { url, password, stop }
}

function listen(server: ChildProcess): () => string {
  const lines: string[] = []
  const keep = (chunk: Buffer) => void lines.push(chunk.toString())
  server.stdout?.on('data', keep)
  server.stderr?.on('data', keep)
  return () => lines.join('')
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`It ended with exit code ${server.exitCode}.`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok === true) return
    await delay(200)
  }
  throw new Error(`It was not ready after ${patienceMs / 1000} seconds.`)
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const exited = once(server, 'exit')
  server.kill('SIGTERM')
  await exited
}
