import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  type FeedServer,
  type FeedServerOptions,
  createFeedServer,
} from '../../../src/server/index.ts'
import { type ReleaseStore, fileStore } from '../../../src/store/index.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'

export interface TestServer {
  readonly store: ReleaseStore
  readonly folder: string
  readonly feed: FeedServer
  readonly port: number
  readonly url: string
}

/** A feed server on a store of its own, for the length of a test. */
export async function runningServer(
  options: Partial<FeedServerOptions> = {},
  fallback?: RequestListener,
): Promise<TestServer> {
  const folder = join(await temporaryFolder(), 'store')
  const store = options.store ?? fileStore(folder)
  const feed = createFeedServer({ pollMs: 60_000, ...options, store })
  const server = createServer(feed.listener(fallback))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    feed.close()
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { store, folder, feed, port, url: `http://127.0.0.1:${String(port)}` }
}

export interface RawAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: string
}

/** Sends a request line as it stands; clients would tidy up the path. */
export async function rawRequest(
  port: number,
  requestLine: string,
  headers: readonly string[] = [],
): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1')
  const lines = [`${requestLine} HTTP/1.1`, 'Host: feeds.test', 'Connection: close', ...headers]
  socket.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'))
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  const [head = '', ...rest] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n')
  const [statusLine = '', ...fields] = head.split('\r\n')
  const found = new Map<string, string[]>()
  for (const field of fields) {
    const colon = field.indexOf(':')
    const name = field.slice(0, colon).toLowerCase()
    found.set(name, [...(found.get(name) ?? []), field.slice(colon + 1).trim()])
  }
  return { status: Number(statusLine.split(' ')[1]), headers: found, body: rest.join('\r\n\r\n') }
}
