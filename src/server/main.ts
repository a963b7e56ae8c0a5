import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openStore } from '../store/index.ts'
import { createFeedServer } from './createFeedServer.ts'

export interface ServeStoreOptions {
  /** Folder or `file:` URL of the store, or `s3://bucket/prefix`. */
  readonly store: string
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  readonly onProblem: (problem: unknown) => void
}

export interface RunningServer {
  readonly url: string
  /** Number of the release being served, null when the store is still empty. */
  readonly release: number | null
  /** Resolves when the answers under way are out. */
  readonly close: () => Promise<void>
}

/**
 * Serves a store alone, with no database, and resolves when it listens.
 *
 * @throws StoreError when no store can be there; the error of `listen`, e.g. EADDRINUSE
 */
export async function serveStore(options: ServeStoreOptions): Promise<RunningServer> {
  const feed = createFeedServer({
    store: openStore(options.store),
    onProblem: options.onProblem,
  })
  const server = createServer(feed.listener())
  try {
    await feed.refresh()
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(options.port, options.host, resolve)
    })
  } catch (error) {
    feed.close()
    throw error
  }
  const { address, family, port } = server.address() as AddressInfo
  const host = family === 'IPv6' ? `[${address}]` : address
  return {
    url: `http://${host}:${String(port)}`,
    release: feed.release(),
    close: () =>
      new Promise((resolve) => {
        feed.close()
        server.close(() => {
          resolve()
        })
      }),
  }
}
