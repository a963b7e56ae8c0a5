import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { openTrustedFeed } from '../../../src/consumer/index.ts'
import { renewMetadata } from '../../../src/repository/index.ts'
import { sha256Hex, targetName } from '../../../src/store/index.ts'
import { picture, picturePath, publishExample, texts } from './exampleFeed.ts'
import { exampleKeys } from './exampleKeys.ts'
import { rawRequest, runningServer } from './runningServer.ts'

const item = 'us-en/therapies/made-up.md'
const itemObject = `/feeds/v1/${targetName(item, sha256Hex(Buffer.from(texts[item])))}`
const pointer = '/feeds/v1/metadata/timestamp.json'
const aYear = 'public, max-age=31536000, immutable'
const aDay = 86_400_000

async function served(options: Parameters<typeof runningServer>[0] = {}) {
  const server = await runningServer(options)
  await publishExample(server.store)
  await server.feed.refresh()
  return server
}

describe('an object of the store', () => {
  it.each([
    [itemObject, 'text/markdown; charset=utf-8'],
    [`/feeds/v1/${targetName(picturePath, sha256Hex(picture))}`, 'image/png'],
    ['/feeds/v1/metadata/1.root.json', 'application/json'],
    ['/feeds/v1/metadata/1.targets.json', 'application/json'],
    ['/feeds/v1/metadata/1.snapshot.json', 'application/json'],
  ])('%s comes by its name, for good', async (path, type) => {
    const { url, store } = await served()
    const answer = await fetch(url + path)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('cache-control')).toBe(aYear)
    expect(bytes).toEqual(Buffer.from((await store.read(path.slice('/feeds/v1/'.length))) ?? []))
    const head = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } })
    expect(head.headers.get('etag')).toBe(`"${sha256Hex(bytes)}"`)
  })

  it('is coded and compared like any file', async () => {
    const { port } = await served()
    const coded = await rawRequest(port, `GET ${itemObject}`, ['Accept-Encoding: gzip'])
    expect(gunzipSync(Buffer.from(coded.body, 'latin1')).toString()).toBe(texts[item])
    const [etag = ''] = coded.headers.get('etag') ?? []
    const again = ['Accept-Encoding: gzip', `If-None-Match: ${etag}`]
    expect((await rawRequest(port, `GET ${itemObject}`, again)).status).toBe(304)
    expect((await rawRequest(port, `HEAD ${itemObject}`)).body).toBe('')
  })

  it('is there as long as the store holds it, whatever the release', async () => {
    const { url, store, feed } = await served()
    await publishExample(store, { [item]: 'Other words.' })
    await feed.refresh()
    expect(await (await fetch(url + itemObject)).text()).toBe(texts[item])
    expect((await fetch(`${url}/feeds/v1/metadata/1.targets.json`)).status).toBe(200)
    expect((await fetch(`${url}/feeds/v1/metadata/2.targets.json`)).status).toBe(200)
    expect(await (await fetch(`${url}/feeds/v1/${item}`)).text()).toBe('Other words.')
  })

  it('is not found before it is there, and found then', async () => {
    const { url, store, feed } = await served()
    const path = `${url}/feeds/v1/metadata/2.snapshot.json`
    const before = await fetch(path)
    expect([before.status, before.headers.get('cache-control')]).toEqual([404, 'no-cache'])
    expect(before.headers.get('access-control-allow-origin')).toBe('*')
    await publishExample(store, { [item]: 'Other words.' })
    await feed.refresh()
    expect((await fetch(path)).status).toBe(200)
  })

  it.each([
    '/feeds/v1/lock',
    '/feeds/v1/staging',
    '/feeds/v1/metadata',
    '/feeds/v1/metadata/',
    '/feeds/v1/metadata/root.json',
    '/feeds/v1/metadata/../lock',
    '/feeds/v1/metadata/..%2flock',
    '/feeds/v1/metadata/1.root.json/',
    '/feeds/v1/metadata/%31.root.json',
    '/feeds/v1/metadata/timestamp.json/x',
    '/feeds/v1/targets',
    '/feeds/v1/targets/',
    '/feeds/v1/targets/index.json',
    `/feeds/v1/targets/../targets/${sha256Hex(Buffer.from(texts['index.json']))}.index.json`,
    `/feeds/v1/targets/${'0'.repeat(64)}.index.json`,
    `/feeds/v1/targets/us-en/${sha256Hex(Buffer.from(texts['index.json']))}.index.json`,
  ])('is nothing else that lies there: %s', async (path) => {
    const { port } = await served()
    expect((await rawRequest(port, `GET ${path}`)).status).toBe(404)
  })

  it('answers 500 when its bytes are not those of its name, and tells its owner', async () => {
    const problems: unknown[] = []
    const { url, store, feed, folder } = await served({
      onProblem: (problem) => problems.push(problem),
    })
    await publishExample(store, { [item]: 'Other words.' })
    await feed.refresh()
    await writeFile(join(folder, itemObject.slice('/feeds/v1/'.length)), 'other bytes')
    const answer = await fetch(url + itemObject)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'no-store'])
    expect(await answer.text()).not.toContain(folder)
    expect(problems).toMatchObject([{ code: 'target-damaged' }])
  })
})

describe('the pointer', () => {
  it('is asked for again each time, by its tag', async () => {
    const { url, port } = await served()
    const answer = await fetch(url + pointer, { headers: { 'accept-encoding': 'identity' } })
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-type')).toBe('application/json')
    const etag = answer.headers.get('etag') ?? ''
    expect(etag).toBe(`"${sha256Hex(Buffer.from(await answer.arrayBuffer()))}"`)
    const again = await rawRequest(port, `GET ${pointer}`, [`If-None-Match: ${etag}`])
    expect(again.status).toBe(304)
  })

  it('names the release that is served, not the one that the store has by now', async () => {
    const { url, store, feed } = await served()
    const before = await (await fetch(url + pointer)).text()
    await publishExample(store, { [item]: 'Other words.' })
    expect(await (await fetch(url + pointer)).text()).toBe(before)
    await feed.refresh()
    expect(await (await fetch(url + pointer)).text()).not.toBe(before)
  })

  it('is served anew when the release was only signed anew', async () => {
    const { url, store, feed } = await served()
    const before = await (await fetch(url + pointer)).text()
    const now = new Date(Date.now() + 2 * aDay)
    await renewMetadata({ store, keys: await exampleKeys(), now })
    await feed.refresh()
    expect(await (await fetch(url + pointer)).text()).not.toBe(before)
    expect(feed.release()).toBe(1)
  })

  it('is not there before the first release', async () => {
    const { url, feed } = await runningServer()
    await feed.refresh()
    expect((await fetch(url + pointer)).status).toBe(503)
  })
})

describe('the server as a TUF repository', () => {
  it('is read by a client that verifies all of it', async () => {
    const { url } = await served()
    const feed = await openTrustedFeed(url)
    expect(Buffer.from(await feed.read(item)).toString()).toBe(texts[item])
    await feed.close()
  })
})

describe('readiness', () => {
  it.each<[string, number, RegExp | null]>([
    ['nothing while signatures are fresh', 0, null],
    ['nothing when half their time is over', 1.5, null],
    ['that a signature is about to expire', 2.5, /timestamp expires in 1[12] hours/],
    ['that a signature has expired', 4, /timestamp expired on .* readers refuse the feed/],
  ])('says %s', async (_, days, expected) => {
    const { feed } = await served({ clock: () => new Date(Date.now() + days * aDay - 1000) })
    const answer = await request(feed.app).get('/readyz')
    const { warnings = [] } = answer.body as { warnings?: string[] }
    expect(answer.status).toBe(200)
    expect(warnings).toHaveLength(expected === null ? 0 : 1)
    if (expected !== null) expect(warnings[0]).toMatch(expected)
  })

  it('names every role whose time is over', async () => {
    const { feed } = await served({ clock: () => new Date(Date.now() + 400 * aDay) })
    const answer = await request(feed.app).get('/readyz')
    expect((answer.body as { warnings: string[] }).warnings).toHaveLength(4)
  })
})
