import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Updater } from 'tuf-js'
import { pointerName, type ReleaseStore } from '../../../src/store/index.ts'

/** A downstream site: the reference client of TUF in JavaScript, with what it trusts on disk. */
export interface TufClient {
  /** The text of a target of the release that is current now, undefined when it has none. */
  get(path: string): Promise<string | undefined>
  /** Only the metadata. */
  refresh(): Promise<void>
  /** What it remembers of a role. */
  remembered(role: string): Promise<{ signed: { version: number } }>
  /** As a client that heard of nothing between then and now. */
  copy(): Promise<TufClient>
  /** Bytes it was sent since it was last asked. */
  received(): number
}

export interface TufSite extends AsyncDisposable {
  /** Who answers from now on, for instance somebody in between. */
  serve(store: Pick<ReleaseStore, 'read' | 'pointer'>): void
  /** A client that trusts root 1 of what is served now. */
  client(): Promise<TufClient>
}

/** A static web server over a store, and clients of it. */
export async function tufSite(first: Pick<ReleaseStore, 'read' | 'pointer'>): Promise<TufSite> {
  let store = first
  let sent = 0
  const folder = await mkdtemp(join(tmpdir(), 'tuf-'))
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1))
    const body =
      name === pointerName
        ? store.pointer().then((pointer) => pointer?.bytes ?? null)
        : store.read(name)
    void body.then((bytes) => {
      sent += bytes?.byteLength ?? 0
      response.statusCode = bytes === null ? 404 : 200
      response.end(bytes ?? undefined)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`

  const clientIn = (metadataDir: string): TufClient => {
    const updater = (): Updater =>
      new Updater({
        metadataDir,
        metadataBaseUrl: `${url}/metadata`,
        targetDir: metadataDir,
        targetBaseUrl: `${url}/targets`,
        config: { fetchRetries: 0, fetchRetry: 0 },
      })
    let counted = sent
    return {
      get: async (path) => {
        const tuf = updater()
        await tuf.refresh()
        const info = await tuf.getTargetInfo(path)
        if (info === undefined) return undefined
        return readFile(await tuf.downloadTarget(info, join(metadataDir, 'target')), 'utf8')
      },
      refresh: () => updater().refresh(),
      remembered: async (role) =>
        JSON.parse(await readFile(join(metadataDir, `${role}.json`), 'utf8')) as {
          signed: { version: number }
        },
      copy: async () => {
        const to = await mkdtemp(join(folder, 'copy-'))
        const { cp } = await import('node:fs/promises')
        await cp(metadataDir, to, { recursive: true })
        return clientIn(to)
      },
      received: () => {
        const since = sent - counted
        counted = sent
        return since
      },
    }
  }

  return {
    serve: (next) => {
      store = next
    },
    client: async () => {
      const metadataDir = await mkdtemp(join(folder, 'client-'))
      await mkdir(metadataDir, { recursive: true })
      const root = await store.read('metadata/1.root.json')
      await writeFile(join(metadataDir, 'root.json'), root ?? '')
      return clientIn(metadataDir)
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
