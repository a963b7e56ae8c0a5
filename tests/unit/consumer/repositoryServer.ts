import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { TufRepository } from './tufRepository.ts'

/** Answers for one object instead of the server. */
export type Attack = (response: ServerResponse, bytes: Uint8Array, request: IncomingMessage) => void

export interface RepositoryServer {
  readonly url: string
  /** Names of the objects that were asked for, in order. */
  readonly asked: string[]
  /** By a part of the object's name. */
  readonly attacks: Map<string, Attack>
  readonly stop: () => Promise<void>
}

/** Serves a repository as a plain web server over a store would, for the length of a test. */
export async function repositoryServer(
  repository: Pick<TufRepository, 'objects'>,
  prefix = '/',
): Promise<RepositoryServer> {
  const asked: string[] = []
  const attacks = new Map<string, Attack>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : ''
    const bytes = repository.objects.get(name)
    const attack = [...attacks].find(([part]) => name.includes(part))?.[1]
    if (bytes === undefined && attack === undefined) {
      response.writeHead(404).end('Not here.')
      return
    }
    asked.push(name)
    if (attack !== undefined) attack(response, bytes ?? Buffer.of(), request)
    else response.writeHead(200, { 'content-length': bytes?.byteLength }).end(bytes)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(stop)
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${prefix.replace(/\/$/, '')}`,
    asked,
    attacks,
    stop,
  }
}
