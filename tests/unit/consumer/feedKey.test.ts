import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sendReceipt } from '../../../src/consumer/index.ts'
import { defaultLimits } from '../../../src/consumer/feedTransport.ts'
import { httpTransport, keyHeaders } from '../../../src/consumer/httpTransport.ts'

const key = `cgk_${'k'.repeat(43)}`

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
}

const transport = (root: string) => httpTransport(new URL(root), defaultLimits, key)
const refusal = (status: number, code: string) => ({
  status,
  body: JSON.stringify({ error: { code, message: `Because of ${code}.` } }),
})

describe('the key of a reader', () => {
  it.each([
    ['https://feeds.example/feeds/v1/', true],
    ['https://feeds.example:443/other', true],
    ['http://feeds.example/feeds/v1/', false],
    ['https://feeds.example:8443/feeds/v1/', false],
    ['https://feeds.example.evil.example/', false],
  ])('is sent to %s: %j', (url, isSent) => {
    const headers = keyHeaders(key, new URL(url), new URL('https://feeds.example/feeds/v1/'))
    expect(headers).toEqual(isSent ? { authorization: `Bearer ${key}` } : {})
    expect(keyHeaders(undefined, new URL(url), new URL(url))).toEqual({})
  })

  it('goes nowhere that a redirect leads to, with files or with receipts', async () => {
    const elsewhere: string[] = []
    const other = await serving((req, res) => {
      elsewhere.push(String(req.headers.authorization))
      res.end('{}')
    })
    const root = await serving((_req, res) => {
      res.writeHead(307, { Location: other }).end()
    })
    await expect(transport(root).get('metadata/1.root.json', 100)).rejects.toMatchObject({
      code: 'redirected',
    })
    const pulled = { release: 1, digest: 'a'.repeat(64), channels: ['us-en'] }
    expect(await sendReceipt(root, pulled, key, new Date())).toMatchObject({ ok: false })
    expect(elsewhere).toEqual([])
  })

  it.each([
    [refusal(401, 'key-invalid'), /Because of key-invalid/],
    [refusal(403, 'key-scope'), /Because of key-scope/],
    [refusal(403, 'private-channel'), /Because of private-channel/],
    [{ status: 401, body: '<html>' }, /wants a key/],
  ])('that does not count is told as such: %j', async ({ status, body }, words) => {
    const root = await serving((_req, res) => {
      res.writeHead(status).end(body)
    })
    const got = transport(root).get('targets/x', 100)
    await expect(got).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(words) as string,
    })
  })

  it('has nothing to do with a bucket that tells nobody what it lacks', async () => {
    const root = await serving((_req, res) => {
      res.writeHead(403, { 'Content-Type': 'application/xml' }).end('<Error>AccessDenied</Error>')
    })
    expect(await transport(root).get('metadata/2.root.json', 100)).toBeNull()
  })

  it('waits for as long as the server says, when it asks too much', async () => {
    let asked = 0
    const root = await serving((_req, res) => {
      asked += 1
      if (asked === 1) res.writeHead(429, { 'Retry-After': '0' }).end()
      else res.end('here')
    })
    expect(String(await transport(root).get('targets/x', 100))).toBe('here')
    const long = await serving((_req, res) => {
      res.writeHead(429, { 'Retry-After': '3600' }).end()
    })
    await expect(transport(long).get('targets/x', 100)).rejects.toMatchObject({
      code: 'unreachable',
    })
  })
})
