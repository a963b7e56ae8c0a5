import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { frontDoor } from '../door/index.ts'
import { env } from '../env.ts'
import { accessLog } from '../log/index.ts'
import { createFeedServer } from '../server/index.ts'
import { siteGate } from '../sites/index.ts'
import { openStore } from '../store/index.ts'
import { StartRefused } from './startRefused.ts'
import { summaryOf } from './summaryOf.ts'
import type { Summary } from './summaryOf.ts'

export interface Served {
  readonly summary: Summary
  /** Stops taking requests and resolves when the answers under way are out. */
  readonly close: () => Promise<void>
}

export interface ServeOptions {
  /** Compile the admin UI as it is asked for, instead of serving the build. */
  readonly isDevelopment: boolean
  /** Told of what went wrong behind an answer. */
  readonly onProblem: (problem: unknown) => void
}

/**
 * One process for everything: current feed files are answered before Express is entered, Express
 * has the rest of the feed, then the front door, and behind it Next with the admin UI and the API.
 *
 * @throws StartRefused when the port cannot be taken
 */
export async function serve({ isDevelopment, onProblem }: ServeOptions): Promise<Served> {
  const server = await listen()
  const feed = createFeedServer({
    store: openStore(env.storeLocation, env),
    publisher: env.publisher,
    siteGate,
    trustProxy: env.trustProxy,
    keyRequestsPerMinute: env.keyRequestsPerMinute,
    metricsToken: env.metricsToken,
    onAnswered: env.hasAccessLog ? accessLog(write, () => new Date()) : undefined,
    onProblem,
  })
  // Loaded here: a start that is refused need not wait for it.
  const { default: next } = await import('next')
  const app = next({ dev: isDevelopment, hostname: env.host, port: env.port, httpServer: server })
  await app.prepare()
  await feed.refresh()
  const pages = app.getRequestHandler()
  takeRequests(
    server,
    feed.listener(
      frontDoor({ ...env, isDevelopment, onProblem }, (req, res) => void pages(req, res)),
    ),
  )
  return {
    summary: summaryOf(feed.release()),
    close: async () => {
      feed.close()
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeIdleConnections()
      })
      await app.close()
    },
  }
}

const write = (line: string): void => {
  process.stdout.write(line)
}

/** Takes the port at once: it is free or the start ends here. Answers 503 until all is ready. */
async function listen(): Promise<Server> {
  const server = createServer((_req, res) => {
    res.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'application/json' })
    res.end(JSON.stringify({ error: { code: 'starting', message: 'Citegate is starting.' } }))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new StartRefused(portMessage(error)))
    })
    server.listen(env.port, env.host, resolve)
  })
  return server
}

function portMessage({ code, message }: NodeJS.ErrnoException): string {
  const where = `${env.host}:${String(env.port)}`
  return code === 'EADDRINUSE'
    ? `Something else listens on ${where}. Stop it, or set PORT to a free port.`
    : `Citegate cannot listen on ${where} (${message}). Set HOST and PORT to an address of this machine that this user may use.`
}

function takeRequests(server: Server, listener: RequestListener): void {
  server.removeAllListeners('request')
  server.on('request', listener)
}
