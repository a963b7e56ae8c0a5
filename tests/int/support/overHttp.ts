import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { handleEndpoints } from 'payload'
import configPromise from '../../../payload.config.ts'
import { frontDoor } from '../../../src/door/index.ts'
import { answerApi } from '../../../src/endpoints/index.ts'
import { env } from '../../../src/env.ts'
import type { Citegate } from './citegate.ts'

export interface OverHttp {
  readonly url: string
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  readonly stop: () => Promise<void>
}

/** The API behind its front door, over real HTTP: what `npm start` serves, without the pages. */
export async function overHttp({ payload }: Citegate): Promise<OverHttp> {
  const config = await configPromise
  const answer = async (req: IncomingMessage): Promise<Response> => {
    if (req.url === '/healthz') return Response.json({ status: 'ok' })
    const body = await buffer(req)
    const request = new Request(`${env.publicUrl}${req.url ?? ''}`, {
      method: req.method ?? 'GET',
      headers: new Headers(req.headers as Record<string, string>),
      ...(body.length === 0 ? {} : { body }),
    })
    return answerApi(payload, request, (checked) => handleEndpoints({ config, request: checked }))
  }
  const door = frontDoor(
    { ...env, isDevelopment: false, onProblem: () => undefined },
    (req, res) => {
      void answer(req).then(async (response) => {
        res.statusCode = response.status
        for (const [name, value] of response.headers) res.setHeader(name, value)
        res.end(Buffer.from(await response.arrayBuffer()))
      })
    },
  )
  const server = createServer(door).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${String(port)}`
  return {
    url,
    fetch: (path, init) => fetch(`${url}/api${path}`, init),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
