import { type AddressInfo, type Socket, connect, createServer } from 'node:net'

/** Where the n-th request is cut off: on arrival, half-way, when it is answered, half-way back. */
export const cuts = ['request', 'half a request', 'answer', 'half an answer'] as const
export type Cut = (typeof cuts)[number]

export interface CuttingProxy {
  readonly endpoint: string
  /** How many requests it has seen. */
  count(): number
  /** How many it has cut. */
  cutCount(): number
  /** Cuts the request of this number, counted from now; and, if told so, each one after it. */
  cutAt(n: number, cut: Cut, isForGood: boolean): void
  close(): Promise<void>
}

const startsRequest = /^(GET|PUT|POST|HEAD|DELETE) \//

/** Stands before an HTTP server and cuts connections. */
export async function cuttingProxy(upstream: string, onCut?: () => void): Promise<CuttingProxy> {
  const { hostname, port } = new URL(upstream)
  const sockets = new Set<Socket>()
  let seen = 0
  let cutSoFar = 0
  let plan: { at: number; cut: Cut; isForGood: boolean } | undefined

  const server = createServer((client) => {
    const behind = connect(Number(port), hostname)
    let cut: Cut | undefined
    for (const socket of [client, behind]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        behind.destroy()
      })
    }
    const end = () => {
      cutSoFar += 1
      client.resetAndDestroy()
      behind.destroy()
      onCut?.()
    }
    client.on('data', (chunk) => {
      if (startsRequest.test(chunk.subarray(0, 8).toString('latin1'))) {
        seen += 1
        const isIt = plan && (plan.isForGood ? seen >= plan.at : seen === plan.at)
        cut = isIt ? plan?.cut : undefined
      }
      if (cut === 'request') {
        end()
      } else if (cut === 'half a request') {
        behind.write(chunk.subarray(0, chunk.length / 2), end)
      } else {
        behind.write(chunk)
      }
    })
    behind.on('data', (chunk) => {
      if (cut === 'answer') {
        end()
      } else if (cut === 'half an answer') {
        client.write(chunk.subarray(0, chunk.length / 2), end)
      } else {
        client.write(chunk)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    count: () => seen,
    cutCount: () => cutSoFar,
    cutAt: (n, cut, isForGood) => {
      plan = { at: seen + n, cut, isForGood }
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
