// Sends one request over and over on kept connections and reports how many were answered.
// Each message from the parent is one LoadOrder; each is answered by one LoadReport.
import { once } from 'node:events'
import { type Socket, connect } from 'node:net'

export interface LoadOrder {
  readonly port: number
  readonly request: string
  readonly status: number
  readonly connections: number
  readonly ms: number
}

export interface LoadReport {
  readonly answers: number
  readonly seconds: number
  /** One whole answer, Date left out, to compare servers by. */
  readonly sample: string
}

process.on('message', (order: LoadOrder) => {
  void run(order).then((report) => process.send?.(report))
})

/**
 * All answers of one server have the same length, as a Date header always has: it is enough to count
 * bytes, and the generator costs less than what it measures.
 */
async function run(order: LoadOrder): Promise<LoadReport> {
  const sample = await firstAnswer(order)
  const sockets = await Promise.all(
    Array.from({ length: order.connections }, () => connected(order.port)),
  )
  let answers = 0
  let isOver = false
  const began = performance.now()
  for (const socket of sockets) {
    let due = sample.length
    socket.on('data', (chunk) => {
      due -= chunk.byteLength
      if (due > 0) return
      if (due < 0) throw new Error('An answer was longer than the one before.')
      answers += 1
      due = sample.length
      if (!isOver) socket.write(order.request)
    })
    socket.write(order.request)
  }
  await new Promise((resolve) => setTimeout(resolve, order.ms))
  const seconds = (performance.now() - began) / 1000
  const counted = answers
  isOver = true
  for (const socket of sockets) socket.destroy()
  return { answers: counted, seconds, sample: sample.replace(/^Date: .*\r\n/m, '') }
}

async function connected(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  return socket
}

/** One answer in whole, read with the rules of HTTP. */
async function firstAnswer({ port, request, status }: LoadOrder): Promise<string> {
  const socket = await connected(port)
  socket.write(request)
  let text = ''
  for await (const chunk of socket) {
    text += (chunk as Buffer).toString('latin1')
    const head = text.indexOf('\r\n\r\n')
    const length = Number(/^Content-Length: (\d+)\r$/im.exec(text.slice(0, head + 2))?.[1] ?? 0)
    if (head !== -1 && text.length >= head + 4 + length) break
  }
  if (!text.startsWith(`HTTP/1.1 ${status} `)) {
    throw new Error(`Expected ${status}, got ${text.split('\r\n')[0] ?? 'nothing'}.`)
  }
  return text
}
