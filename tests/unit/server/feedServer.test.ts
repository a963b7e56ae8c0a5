import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { fileStore, sha256Hex, targetName } from '../../../src/store/index.ts'
import { channelIndex, picture, picturePath, publishExample, texts } from './exampleFeed.ts'
import { type TestServer, rawRequest, runningServer } from './runningServer.ts'

const item = 'us-en/therapies/made-up.md'
const itemUrl = `/feeds/v1/${item}`
const itemDigest = sha256Hex(Buffer.from(texts[item]))

async function servedExample(
  options: Parameters<typeof runningServer>[0] = {},
): Promise<TestServer> {
  const server = await runningServer(options)
  await publishExample(server.store)
  await server.feed.refresh()
  return server
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

describe('a file of the current release', () => {
  it.each([
    [undefined, undefined, `"${itemDigest}"`],
    ['gzip', 'gzip', `"${itemDigest}-gzip"`],
    ['gzip, br', 'br', `"${itemDigest}-br"`],
    ['identity;q=1, *;q=0', undefined, `"${itemDigest}"`],
  ])('with Accept-Encoding %s comes as %s under the tag %s', async (accept, coding, etag) => {
    const { port } = await servedExample()
    const answer = await rawRequest(
      port,
      `GET ${itemUrl}`,
      accept === undefined ? [] : [`Accept-Encoding: ${accept}`],
    )
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toEqual({
      'accept-ranges': ['none'],
      'access-control-allow-origin': ['*'],
      'access-control-expose-headers': ['ETag, Link'],
      'cache-control': ['public, max-age=60, must-revalidate'],
      connection: ['close'],
      'content-length': [String(answer.body.length)],
      'content-security-policy': ["default-src 'none'; style-src 'unsafe-inline'; sandbox"],
      'content-type': ['text/markdown; charset=utf-8'],
      date: [expect.any(String)],
      etag: [etag],
      link: [
        '<../../us-en/therapies/made-up.json>; rel="alternate"; type="application/json", <../../us-en/index.json>; rel="collection"; type="application/json"',
      ],
      vary: ['Accept-Encoding'],
      'x-content-type-options': ['nosniff'],
      ...(coding !== undefined && { 'content-encoding': [coding] }),
    })
    const decode =
      { br: brotliDecompressSync, gzip: gunzipSync }[coding ?? ''] ?? ((b: Buffer) => b)
    expect(decode(latin1(answer.body)).toString()).toBe(texts[item])
  })

  it.each([['identity'], ['gzip'], ['br']])(
    'says the same to HEAD as to GET in %s, without the body',
    async (coding) => {
      const { port } = await servedExample()
      const accept = [`Accept-Encoding: ${coding}`]
      const head = await rawRequest(port, `HEAD ${itemUrl}`, accept)
      const get = await rawRequest(port, `GET ${itemUrl}`, accept)
      const withoutDate = ({ headers }: typeof head) =>
        Object.fromEntries([...headers].filter(([name]) => name !== 'date'))
      expect(head.status).toBe(200)
      expect(head.body).toBe('')
      expect(withoutDate(head)).toEqual(withoutDate(get))
    },
  )

  it.each([
    ['us-en/therapies/made-up.json', 'application/json', 'a minute', 'br'],
    ['us-en/changes/1.json', 'application/json', 'a year', 'br'],
    ['us-en/tiny.json', 'application/json', 'a minute', undefined],
    [picturePath, 'image/png', 'a year', undefined],
  ])('%s is %s, may be kept for %s, and is coded as %s', async (path, type, kept, coding) => {
    const { url } = await servedExample()
    const { headers } = await fetch(`${url}/feeds/v1/${path}`, {
      headers: { 'accept-encoding': 'br' },
    })
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-encoding') ?? undefined).toBe(coding)
    expect(headers.get('vary')).toBe('Accept-Encoding')
    expect(headers.get('cache-control')).toBe(
      kept === 'a year'
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=60, must-revalidate',
    )
  })

  it('keeps every byte of an image', async () => {
    const { url } = await servedExample()
    const answer = await fetch(`${url}/feeds/v1/${picturePath}`)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(picture))
  })

  it.each([
    ['GET', `"${itemDigest}-br"`, 304],
    ['HEAD', `"${itemDigest}-br"`, 304],
    ['GET', `W/"${itemDigest}-br"`, 304],
    ['GET', `"other", "${itemDigest}-br"`, 304],
    ['GET', '*', 304],
    ['GET', `"${itemDigest}-gzip"`, 200],
    ['GET', `"${itemDigest}"`, 200],
    ['GET', '"other"', 200],
    ['GET', itemDigest, 200],
  ])('answers %s with If-None-Match %s with %i', async (method, tags, status) => {
    const { port } = await servedExample()
    const answer = await rawRequest(port, `${method} ${itemUrl}`, [
      'Accept-Encoding: br',
      `If-None-Match: ${tags}`,
    ])
    expect(answer.status).toBe(status)
  })

  it('repeats in a 304 what a 200 would say of caching, and nothing of a body', async () => {
    const { port } = await servedExample()
    const { headers, body } = await rawRequest(port, `GET ${itemUrl}`, ['If-None-Match: *'])
    expect(Object.fromEntries(headers)).toEqual({
      'access-control-allow-origin': ['*'],
      'access-control-expose-headers': ['ETag, Link'],
      'cache-control': ['public, max-age=60, must-revalidate'],
      connection: ['close'],
      'content-security-policy': ["default-src 'none'; style-src 'unsafe-inline'; sandbox"],
      date: [expect.any(String)],
      etag: [`"${itemDigest}"`],
      vary: ['Accept-Encoding'],
      'x-content-type-options': ['nosniff'],
    })
    expect(body).toBe('')
  })

  it('takes the list apart that several If-None-Match lines make', async () => {
    const { port } = await servedExample()
    const tags = ['If-None-Match: "other"', `If-None-Match: "${itemDigest}"`]
    expect((await rawRequest(port, `GET ${itemUrl}`, tags)).status).toBe(304)
  })

  it.each([
    [`"${itemDigest}"`, 200],
    ['*', 200],
    [`W/"${itemDigest}"`, 412],
    ['"other"', 412],
  ])('answers If-Match %s with %i', async (tags, status) => {
    const { port } = await servedExample()
    expect((await rawRequest(port, `GET ${itemUrl}`, [`If-Match: ${tags}`])).status).toBe(status)
  })

  it.each([
    [picturePath, 'gzip, identity;q=0'],
    [item, '*;q=0'],
  ])('has no form of %s for %s, and says which it has', async (path, accept) => {
    const { url } = await servedExample()
    const answer = await fetch(`${url}/feeds/v1/${path}`, {
      headers: { 'accept-encoding': accept },
    })
    expect(answer.status).toBe(406)
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    expect(await answer.json()).toMatchObject({ error: { code: 'not-acceptable' } })
  })

  it('is found with a query, and by the absolute form of its URL', async () => {
    const { port } = await servedExample()
    const plain = await rawRequest(port, `GET ${itemUrl}?v=1`)
    const absolute = await rawRequest(port, `GET http://feeds.test${itemUrl}`)
    expect([plain.status, absolute.status]).toEqual([200, 200])
    expect(absolute.body).toBe(plain.body)
    expect([...absolute.headers.values()].every((values) => values.length === 1)).toBe(true)
    expect(new Set(absolute.headers.keys())).toEqual(new Set(plain.headers.keys()))
  })

  it('answers 500 without saying where its bytes lie when they are damaged, and tells its owner', async () => {
    const problems: unknown[] = []
    const { url, folder } = await servedExample({ onProblem: (problem) => problems.push(problem) })
    const blob = join(folder, targetName(item, itemDigest))
    await writeFile(blob, 'other bytes')
    const answer = await fetch(url + itemUrl)
    expect(answer.status).toBe(500)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).not.toContain(folder)
    expect(problems).toMatchObject([{ code: 'target-damaged' }])
    await writeFile(blob, texts[item])
    expect((await fetch(url + itemUrl)).status).toBe(200)
  })

  it('is served from memory once it has been read', async () => {
    const { url, folder } = await servedExample()
    const first = await (await fetch(url + itemUrl)).text()
    await rm(join(folder, 'targets'), { recursive: true })
    expect(await (await fetch(url + itemUrl)).text()).toBe(first)
  })

  it('is served without memory as well', async () => {
    const { url } = await servedExample({ cacheBytes: 0 })
    expect(await (await fetch(url + itemUrl)).text()).toBe(texts[item])
    expect(await (await fetch(url + itemUrl)).text()).toBe(texts[item])
  })
})

describe('a withdrawn item', () => {
  it.each([['json'], ['md']])('is gone as .%s, with the reason', async (form) => {
    const { url } = await servedExample({ publisher: { name: 'Example Clinic' } })
    const answer = await fetch(`${url}/feeds/v1/us-en/claims/fallen.${form}`)
    expect(answer.status).toBe(410)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await answer.json()).toEqual({
      error: {
        code: 'withdrawn',
        message:
          'This claim was withdrawn from us-en on 2026-02-28: The placeholder study was retracted.',
      },
      tombstone: {
        kind: 'claim',
        key: 'fallen',
        channel: 'us-en',
        reason: 'The placeholder study was retracted.',
        date: '2026-02-28',
      },
      publisher: { name: 'Example Clinic' },
    })
  })

  it('says of which kind its withdrawal was, and what takes its place', async () => {
    const { store, feed, url } = await servedExample()
    const withdrawn = {
      kind: 'claim',
      key: 'older',
      channel: 'us-en',
      reason: 'Another trial says more.',
      date: '2026-02-28',
      withdrawalKind: 'superseded',
      supersededBy: { kind: 'claim', key: 'newer' },
    }
    await publishExample(store, { 'us-en/index.json': channelIndex(withdrawn) })
    await feed.refresh()
    const answer = await fetch(`${url}/feeds/v1/us-en/claims/older.json`)
    expect(await answer.json()).toMatchObject({
      error: {
        message: expect.stringContaining('The claim newer takes its place.') as string,
      },
      tombstone: withdrawn,
    })
  })

  it('is gone for HEAD and for whoever held it too', async () => {
    const { port } = await servedExample()
    const path = '/feeds/v1/us-en/claims/fallen.json'
    const head = await rawRequest(port, `HEAD ${path}`)
    expect([head.status, head.body]).toEqual([410, ''])
    expect((await rawRequest(port, `GET ${path}`, ['If-None-Match: *'])).status).toBe(410)
  })
})

describe('a path that is not in the release', () => {
  it.each([
    '/feeds',
    '/feeds/',
    '/feeds/v1',
    '/feeds/v1/',
    '/feeds/v2/index.json',
    '/feeds/v1/index.html',
    '/feeds/v1/index.json/',
    '/feeds/v1//index.json',
    '/feeds/v1/INDEX.json',
    '/FEEDS/v1/index.json',
    '/feeds/v1/__proto__',
    '/feeds/v1/constructor',
    '/feeds/v1/us-en/claims/fallen',
    '/feeds/v1/current.json',
    '/feeds/v1/index.json;v=1',
    '/feeds/v1/%zz',
    '/',
    '/elsewhere',
  ])('%s is not found', async (path) => {
    const { port } = await servedExample()
    const { status, headers, body } = await rawRequest(port, `GET ${path}`)
    expect(status).toBe(404)
    expect(headers.get('content-type')).toEqual(['application/json; charset=utf-8'])
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'not-found' } })
  })

  it.each([
    '/feeds/v1/../v1/index.json',
    '/feeds/v1/us-en/../index.json',
    '/feeds/v1/../../current.json',
    '/feeds/v1/../../../../../../etc/passwd',
    '/feeds/v1/./index.json',
    '/feeds/v1/%2e%2e/v1/index.json',
    '/feeds/v1/us-en/%2E%2E/index.json',
    '/feeds/v1/.%2e/%2e./etc/passwd',
    '/feeds/v1/us-en%2f..%2findex.json',
    '/feeds/v1/us-en%2Findex.json',
    '/feeds/v1/us-en%5c..%5cindex.json',
    '/feeds/v1/us-en\\..\\index.json',
    '/feeds/v1/..\\..\\current.json',
    '/feeds/v1/%252e%252e/%252e%252e/current.json',
    '/feeds/v1/%252e%252e%252findex.json',
    '/feeds/v1/%25252e%25252e/index.json',
    '/feeds/v1/index.json%00',
    '/feeds/v1/%00/index.json',
    '/feeds/v1/..%00/index.json',
    '/feeds/v1/%c0%ae%c0%ae/index.json',
    '/feeds/v1/..;/index.json',
    '/feeds/v1/..%01/index.json',
    '/feeds/v1/file:///etc/passwd',
    'http://feeds.test/feeds/v1/../v1/index.json',
    'http://feeds.test/feeds/v1/%2e%2e/v1/index.json',
  ])('%s climbs nowhere', async (path) => {
    const { port } = await servedExample()
    for (const method of ['GET', 'HEAD']) {
      expect((await rawRequest(port, `${method} ${path}`)).status).toBe(404)
    }
  })

  it.each(['/feeds/v1/index.json\0', '/feeds/v1/\0../index.json'])(
    'with a raw NUL is no HTTP request at all: %j',
    async (path) => {
      const { port } = await servedExample()
      expect((await rawRequest(port, `GET ${path}`)).status).toBe(400)
    },
  )

  it('is asked for again next time, since the next release may have it', async () => {
    const { url } = await servedExample()
    const { headers } = await fetch(`${url}/feeds/v1/us-en/therapies/later.md`)
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('methods', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is not allowed on a feed', async (method) => {
    const { feed } = await servedExample()
    for (const path of [itemUrl, '/feeds/v1/unknown.json', '/feeds/v1/us-en/claims/fallen.md']) {
      const answer = await request(feed.app)[method.toLowerCase() as 'post'](path)
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS')
      expect(answer.body).toMatchObject({ error: { code: 'method-not-allowed' } })
    }
  })

  it.each(['/healthz', '/readyz'])('POST is not allowed on %s', async (path) => {
    const { feed } = await servedExample()
    const answer = await request(feed.app).post(path)
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('lets a browser of any origin ask', async () => {
    const { feed } = await servedExample()
    const answer = await request(feed.app)
      .options(itemUrl)
      .set('Origin', 'https://clinic.example')
      .set('Access-Control-Request-Method', 'GET')
      .set('Access-Control-Request-Headers', 'if-none-match')
    expect(answer.status).toBe(204)
    expect(answer.headers).toMatchObject({
      allow: 'GET, HEAD, OPTIONS',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'If-Match, If-None-Match',
      'access-control-max-age': '86400',
    })
    expect(answer.headers).not.toHaveProperty('x-powered-by')
  })
})

describe('health', () => {
  it('is alive and not ready while the store is empty, and says why', async () => {
    const { feed } = await runningServer()
    await feed.refresh()
    expect((await request(feed.app).get('/healthz')).body).toEqual({ status: 'ok' })
    const ready = await request(feed.app).get('/readyz')
    expect(ready.status).toBe(503)
    expect(ready.headers['retry-after']).toBe('2')
    expect(ready.body).toEqual({
      error: { code: 'not-ready', message: 'The store holds no release yet. Publish one.' },
    })
    const item = await request(feed.app).get(itemUrl)
    expect([item.status, item.headers['retry-after']]).toEqual([503, '2'])
    expect(item.headers['cache-control']).toBe('no-store')
  })

  it('is ready once a release is loaded', async () => {
    const { feed } = await servedExample()
    const ready = await request(feed.app).get('/readyz')
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready', release: 1 }])
  })

  it('waits for whatever else has to be ready', async () => {
    let missing: string | null = 'The admin is still starting.'
    const { feed } = await servedExample({ readiness: [() => missing] })
    const before = await request(feed.app).get('/readyz')
    expect([before.status, before.body]).toEqual([
      503,
      { error: { code: 'not-ready', message: 'The admin is still starting.' } },
    ])
    expect((await request(feed.app).get(itemUrl)).status).toBe(200)
    missing = null
    expect((await request(feed.app).get('/readyz')).status).toBe(200)
  })

  it('says why when the store cannot be read', async () => {
    const { feed, store, folder } = await runningServer()
    await publishExample(store)
    await writeFile(join(folder, 'metadata', 'timestamp.json'), 'rubbish')
    await feed.refresh()
    const ready = await request(feed.app).get('/readyz')
    expect(ready.status).toBe(503)
    expect((ready.body as { error: { message: string } }).error.message).toContain('timestamp.json')
  })
})

describe('a new release', () => {
  it('is noticed by itself, the first one included', async () => {
    const { store, feed, url } = await runningServer({ pollMs: 10 })
    await feed.refresh()
    expect((await fetch(url + itemUrl)).status).toBe(503)
    await publishExample(store)
    await expect.poll(feed.release).toBe(1)
    await publishExample(store, { [item]: 'Other words.' })
    await expect.poll(feed.release).toBe(2)
    expect(await (await fetch(url + itemUrl)).text()).toBe('Other words.')
  })

  it('replaces files, tags and tombstones together', async () => {
    const { store, feed, url } = await servedExample()
    const before = (await fetch(url + itemUrl)).headers.get('etag')
    const gone = { kind: 'therapy', key: 'made-up', reason: 'Made up.', date: '2026-03-02' }
    const index = JSON.stringify({ channels: [{ key: 'us-en' }] })
    await publishExample(store, {
      ...{ [item]: null, 'us-en/tiny.json': null },
      ...{ 'index.json': index, 'us-en/index.json': channelIndex(gone) },
    })
    await feed.refresh()
    const answer = await fetch(url + itemUrl, { headers: { 'if-none-match': before ?? '' } })
    expect(answer.status).toBe(410)
    expect((await fetch(`${url}/feeds/v1/us-en/tiny.json`)).status).toBe(404)
    expect(await (await fetch(`${url}/feeds/v1/index.json`)).text()).toBe(index)
  })

  it('that cannot be loaded leaves the one before in place, and says so once', async () => {
    const problems: unknown[] = []
    const { store, feed, url, folder } = await servedExample({
      onProblem: (problem) => problems.push(problem),
    })
    await publishExample(store, { [item]: 'Other words.' })
    await writeFile(join(folder, 'metadata', '2.targets.json'), '{}')
    await feed.refresh()
    await feed.refresh()
    expect(problems).toMatchObject([{ code: 'metadata-damaged' }])
    expect(await (await fetch(url + itemUrl)).text()).toBe(texts[item])
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({
      release: 1,
      problem: expect.stringContaining('2.targets.json') as string,
    })
  })

  it('with an older number is not taken for new', async () => {
    const problems: unknown[] = []
    const { store, feed, url, folder } = await servedExample({
      onProblem: (problem) => problems.push(problem),
    })
    await publishExample(store, { [item]: 'Other words.' })
    await feed.refresh()
    await fetch(url + itemUrl)
    await rm(folder, { recursive: true })
    await publishExample(fileStore(folder), { [item]: 'A replaced store.' })
    await feed.refresh()
    expect(feed.release()).toBe(2)
    expect(await (await fetch(url + itemUrl)).text()).toBe('Other words.')
    expect(problems).toHaveLength(1)
  })
})

describe('beside another server', () => {
  it('hands on what is neither feed nor health', async () => {
    const { store, feed, url } = await runningServer({}, (req, res) => {
      res.end(`the admin, at ${req.url ?? ''}`)
    })
    await publishExample(store)
    await feed.refresh()
    const textAt = async (path: string) => (await fetch(url + path)).text()
    expect(await textAt('/admin?tab=1')).toBe('the admin, at /admin?tab=1')
    expect(await textAt('/feedsomething')).toBe('the admin, at /feedsomething')
    expect(await textAt(itemUrl)).toBe(texts[item])
    expect((await fetch(`${url}/feeds/v1/unknown.json`)).status).toBe(404)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})
