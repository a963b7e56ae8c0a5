import { createServer } from 'node:http'
import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** One request as a receiver met it. */
export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** How it answers; 204 unless told otherwise. */
  answers: (res: ServerResponse, received: Received) => void
  readonly stop: () => Promise<void>
}

export const taking: Receiver['answers'] = (res) => res.writeHead(204).end()

/** A downstream site's server, as far as webhooks go. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const listener: RequestListener = (req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    req.on('end', () => {
      const met = { path: req.url ?? '', headers: req.headers, body }
      received.push(met)
      receiver.answers(res, met)
    })
  }
  const server = createServer(listener)
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const receiver: Receiver = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hooks/citegate`,
    received,
    answers: taking,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => {
          done()
        })
      }),
  }
  return receiver
}

/** What the receiver makes of a request with its secret. Throws where the signature is not ours. */
export function verified({ headers, body }: Received, secret: string): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>)
}
