import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { createServer as createTcpServer } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { postOnce } from '../../../../src/delivery/sending/index.ts'

type Closing = { readonly close: () => Promise<void> }
const open: Closing[] = []

afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

interface Listener {
  readonly port: number
  /** How many connections it was asked for. */
  readonly met: () => number
}

async function listening(server: Server): Promise<Listener> {
  let met = 0
  const sockets = new Set<{ destroy: () => void }>()
  server.on('connection', (socket: { destroy: () => void }) => {
    met += 1
    sockets.add(socket)
  })
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  open.push({
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => {
          done()
        })
      }),
  })
  return { port: (server.address() as AddressInfo).port, met: () => met }
}

const answering = (listener: RequestListener) => listening(createServer(listener))

const ok: RequestListener = (_req, res) => {
  res.end('thanks')
}

const sent = { headers: { 'Content-Type': 'application/json' }, body: '{}' }
const privateHosts = ['127.0.0.1', 'receiver.test']
const limits = { connect: 300, head: 400, body: 300 }

const post = (url: string, options: Partial<Parameters<typeof postOnce>[1]> = {}) =>
  postOnce({ ...sent, url }, { privateHosts, limits, ...options })

describe('a request', () => {
  it('brings its headers and body, and comes back with the answer', async () => {
    const seen: string[] = []
    const { port } = await answering((req, res) => {
      req.on('data', (chunk: Buffer) => seen.push(chunk.toString()))
      req.on('end', () => {
        seen.push(`${String(req.method)} ${String(req.url)} ${String(req.headers['content-type'])}`)
        res.writeHead(202, { 'Retry-After': '7' }).end('taken')
      })
    })
    const answer = await post(`http://127.0.0.1:${String(port)}/hook?a=b`)
    expect(answer).toEqual({ status: 202, retryAfter: '7', text: 'taken' })
    expect(seen).toEqual(['{}', 'POST /hook?a=b application/json'])
  })

  it('follows no redirect', async () => {
    const elsewhere = await answering(ok)
    const { port } = await answering((_req, res) => {
      res.writeHead(307, { Location: `http://127.0.0.1:${String(elsewhere.port)}/` }).end()
    })
    expect(await post(`http://127.0.0.1:${String(port)}/`)).toMatchObject({ status: 307 })
    expect(elsewhere.met()).toBe(0)
  })

  it('never reaches a private address, whatever it is written like', async () => {
    const { port, met } = await answering(ok)
    for (const host of [
      ...['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '１２７.0.0.1', '0', '[::1]'],
      ...['[::ffff:127.0.0.1]', '[::127.0.0.1]', 'localhost', 'localhost.', 'a.localhost'],
    ]) {
      const url = `https://${host}:${String(port)}/`
      await expect(post(url, { privateHosts: [] }), host).rejects.toMatchObject({
        code: 'bad-address',
      })
    }
    expect(met()).toBe(0)
  })

  it('never reaches a private address by a name that leads there, alone or beside others', async () => {
    const { port, met } = await answering(ok)
    for (const addresses of [
      ['127.0.0.1'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      ['169.254.169.254'],
      ['93.184.215.14', '127.0.0.1'],
      ['127.0.0.1', '93.184.215.14'],
    ]) {
      const resolve = () =>
        Promise.resolve(
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )
      const url = `https://rebinding.example:${String(port)}/`
      await expect(post(url, { privateHosts: [], resolve })).rejects.toMatchObject({
        code: 'not-public',
      })
    }
    expect(met()).toBe(0)
  })

  it('asks for the addresses of a name once, so that no second answer can be another', async () => {
    const { port, met } = await answering(ok)
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.3']
    const asked: string[] = []
    const resolve = (host: string) => {
      asked.push(host)
      return Promise.resolve([{ address: answers[asked.length - 1] ?? '', family: 4 }])
    }
    const answer = await post(`http://receiver.test:${String(port)}/`, { resolve })
    expect(answer).toMatchObject({ status: 200 })
    expect([asked, met()]).toEqual([['receiver.test'], 1])
  })

  it('connects to the second address where the first one does not answer', async () => {
    const { port } = await answering(ok)
    const resolve = () =>
      Promise.resolve([
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ])
    const answer = await post(`http://receiver.test:${String(port)}/`, { resolve })
    expect(answer).toMatchObject({ status: 200 })
  })

  it('takes no certificate that nobody vouches for', async () => {
    const server = new SMTPServer({ secure: true, logger: false })
    server.on('error', () => undefined)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.server.address() as AddressInfo
    const failure = post(`https://127.0.0.1:${String(port)}/`)
    await expect(failure).rejects.toMatchObject({
      code: expect.stringMatching(/CERT|SIGNED|SIGNATURE/) as string,
    })
    await new Promise<void>((done) => {
      server.close(done)
    })
  })
})

describe('a receiver', () => {
  it('that is away is told by the code of the network', async () => {
    const { port } = await answering(ok)
    for (const each of open.splice(0)) await each.close()
    await expect(post(`http://127.0.0.1:${String(port)}/`)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    })
  })

  it('that no name leads to is told so', async () => {
    const resolve = () => Promise.resolve([])
    await expect(post('https://site.example/', { resolve })).rejects.toMatchObject({
      code: 'no-address',
    })
    const failing = () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }))
    await expect(post('https://site.example/', { resolve: failing })).rejects.toMatchObject({
      code: 'ENOTFOUND',
    })
  })

  it('whose name is never resolved, or whose TLS never begins, is given up', async () => {
    const hanging = () => new Promise<never>(() => undefined)
    await expect(post('https://site.example/', { resolve: hanging })).rejects.toMatchObject({
      code: 'connect-late',
    })
    const silent = await listening(createTcpServer())
    await expect(post(`https://127.0.0.1:${String(silent.port)}/`)).rejects.toMatchObject({
      code: 'connect-late',
    })
  })

  it('that takes the request and says nothing is given up', async () => {
    const { port } = await answering(() => undefined)
    await expect(post(`http://127.0.0.1:${String(port)}/`)).rejects.toMatchObject({
      code: 'answer-late',
    })
  })

  it('that sends headers without end is given up', async () => {
    const { port } = await listening(
      createTcpServer((socket) => {
        socket.on('error', () => undefined)
        socket.write('HTTP/1.1 200 OK\r\n')
        for (let n = 0; n < 2000; n += 1) socket.write(`X-${String(n)}: ${'a'.repeat(100)}\r\n`)
      }),
    )
    await expect(post(`http://127.0.0.1:${String(port)}/`)).rejects.toMatchObject({
      code: 'HPE_HEADER_OVERFLOW',
    })
  })

  it('that speaks no HTTP is told by what was met', async () => {
    const { port } = await listening(
      createTcpServer((socket) => {
        socket.on('error', () => undefined)
        socket.end('SSH-2.0-OpenSSH\r\n')
      }),
    )
    await expect(post(`http://127.0.0.1:${String(port)}/`)).rejects.toMatchObject({
      code: expect.stringMatching(/^HPE_/) as string,
    })
  })

  it('that closes without an answer is told so', async () => {
    const { port } = await answering((req) => {
      req.socket.destroy()
    })
    await expect(post(`http://127.0.0.1:${String(port)}/`)).rejects.toMatchObject({
      code: 'ECONNRESET',
    })
  })

  it('has answered once the head is there: of an endless body only the beginning is read', async () => {
    const { port } = await answering((_req, res) => {
      res.writeHead(200)
      const more = () => {
        while (!res.destroyed && res.write('x'.repeat(1000)));
      }
      // In turns with the reader, which lives in the same process.
      res.on('drain', () => setImmediate(more))
      more()
    })
    const answer = await post(`http://127.0.0.1:${String(port)}/`)
    expect([answer.status, answer.text]).toEqual([200, 'x'.repeat(4096)])
  })

  it('has answered once the head is there, though its body hangs or breaks off', async () => {
    const hanging = await answering((_req, res) => {
      res.writeHead(200, { 'Content-Length': '100' }).write('begun')
    })
    expect(await post(`http://127.0.0.1:${String(hanging.port)}/`)).toMatchObject({
      ...{ status: 200, text: 'begun' },
    })
    const breaking = await answering((_req, res) => {
      res.writeHead(500, { 'Content-Length': '100' }).write('begun', () => {
        res.socket?.destroy()
      })
    })
    expect(await post(`http://127.0.0.1:${String(breaking.port)}/`)).toMatchObject({ status: 500 })
  })
})
