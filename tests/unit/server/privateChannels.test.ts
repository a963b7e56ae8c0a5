import { describe, expect, it } from 'vitest'
import type { KeptKey, SiteGate } from '../../../src/sites/index.ts'
import { keyRing, newSiteKey } from '../../../src/sites/index.ts'
import { sha256Hex, targetName } from '../../../src/store/index.ts'
import { picture, picturePath, publishExample, texts } from './exampleFeed.ts'
import type { TestServer } from './runningServer.ts'
import { runningServer } from './runningServer.ts'

const words = 'Only partners read this. '
const files = {
  'index.json': JSON.stringify({
    channels: [{ key: 'us-en' }, { key: 'partner', access: 'private' }],
  }),
  'partner/index.json': JSON.stringify({
    items: [{ media: [picturePath] }],
    tombstones: [{ kind: 'claim', key: 'gone', reason: 'It fell.', date: '2026-02-28' }],
  }),
  'partner/therapies/secret.md': words.repeat(30),
  'partner/changes/1.json': JSON.stringify({ filler: words.repeat(20) }),
}

function aKey(more: Partial<KeptKey> = {}): { readonly clear: string; readonly kept: KeptKey } {
  const { clear, hash, prefix } = newSiteKey()
  const site = { id: clear, key: 'clinic', isRetired: false }
  const channels = ['partner']
  return { clear, kept: { id: clear, hash, prefix, site, channels, scopes: ['read'], ...more } }
}

/** A server that knows some keys; what it writes down goes nowhere here. */
function gateWith(...keys: { readonly kept: KeptKey }[]): () => SiteGate {
  const gate: SiteGate = {
    keyOf: keyRing(keys.map(({ kept }) => kept)),
    used: () => undefined,
    receive: () => Promise.reject(new Error('No receipts are sent here.')),
    lags: () => Promise.resolve([]),
    reload: () => Promise.resolve(),
  }
  return () => gate
}

async function serving(options: Parameters<typeof runningServer>[0]): Promise<TestServer> {
  const server = await runningServer(options)
  await publishExample(server.store, files)
  await server.feed.refresh()
  return server
}

async function get(server: TestServer, path: string, key?: string, headers = {}) {
  const authorization = key === undefined ? {} : { Authorization: `Bearer ${key}` }
  const answer = await fetch(`${server.url}/feeds/v1/${path}`, {
    headers: { ...authorization, ...headers },
  })
  const body = await answer.text()
  const [status, header] = [answer.status, (name: string) => answer.headers.get(name)]
  return { status, header, body, code: codeIn(body) }
}

function codeIn(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { error?: { code?: string } }).error?.code
  } catch {
    return undefined
  }
}

const digestOf = (path: keyof typeof files) => sha256Hex(Buffer.from(files[path]))
const hidden = [
  'partner/index.json',
  'partner/therapies/secret.md',
  'partner/changes/1.json',
  'partner/claims/gone.json',
  'partner/nothing.json',
  'partner/',
  picturePath,
  targetName('partner/index.json', digestOf('partner/index.json')),
  targetName('partner/therapies/secret.md', digestOf('partner/therapies/secret.md')),
  targetName('partner/therapies/secret.md', 'a'.repeat(64)),
  targetName(picturePath, sha256Hex(picture)),
]

describe('a private channel', () => {
  it('is read by nobody without its key, whatever the path, and told apart from nothing', async () => {
    const [good, other, receipts, expired] = [
      aKey(),
      aKey({ channels: ['us-en'] }),
      aKey({ scopes: ['receipts'] }),
      aKey({ expiresAt: new Date('2026-01-01') }),
    ]
    const server = await serving({ siteGate: gateWith(good, other, receipts, expired) })
    for (const path of hidden) {
      const without = await get(server, path)
      expect([path, without.status, without.code]).toEqual([path, 401, 'key-needed'])
      expect(without.header('www-authenticate')).toBe('Bearer realm="feeds"')
      expect(without.header('cache-control')).toBe('no-store')
      const wrong = await get(server, path, newSiteKey().clear)
      expect([wrong.status, wrong.code]).toEqual([401, 'key-invalid'])
      expect(wrong.header('www-authenticate')).toMatch(/, error="invalid_token", error_desc/)
      for (const key of [other, receipts]) {
        const outside = await get(server, path, key.clear)
        expect([outside.status, outside.code]).toEqual([403, 'key-scope'])
        expect(outside.header('www-authenticate')).toMatch(
          /error="insufficient_scope", scope="read:partner"$/,
        )
      }
      const late = await get(server, path, expired.clear)
      expect(late.header('www-authenticate')).toMatch(/has expired/)
      const conditional = await get(server, path, undefined, { 'If-None-Match': '*' })
      expect(conditional.status).toBe(401)
    }
  })

  it('is read with its key, and kept by no shared cache', async () => {
    const key = aKey()
    const server = await serving({ siteGate: gateWith(key) })
    const answers = await Promise.all(hidden.map((path) => get(server, path, key.clear)))
    expect(answers.map(({ status }) => status)).toEqual([
      ...[200, 200, 200, 410, 404, 404, 200],
      ...[200, 200, 404, 200],
    ])
    expect(answers[1]?.body).toBe(files['partner/therapies/secret.md'])
    for (const { status, header } of answers) {
      if (status === 404) continue
      expect(header('cache-control')).toMatch(/^private, /)
      expect(header('vary')).toBe('Accept-Encoding, Authorization')
    }
    const etag = answers[1]?.header('etag') ?? ''
    const again = await get(server, 'partner/therapies/secret.md', key.clear, {
      'If-None-Match': etag,
    })
    expect([again.status, again.header('cache-control')]).toEqual([
      304,
      'private, max-age=60, must-revalidate',
    ])
  })

  it('leaves the public ones as they were', async () => {
    const server = await serving({ siteGate: gateWith() })
    const path = 'us-en/therapies/made-up.md'
    const answer = await get(server, path)
    expect([answer.status, answer.body]).toEqual([200, texts[path]])
    expect(answer.header('cache-control')).toBe('public, max-age=60, must-revalidate')
    expect(answer.header('vary')).toBe('Accept-Encoding')
    expect((await get(server, 'index.json', 'cgk_nonsense')).status).toBe(200)
    expect((await get(server, 'metadata/timestamp.json')).status).toBe(200)
  })

  it.each(['Basic Y2drOg==', 'Bearer', 'Bearer  ', 'bearer x y', 'cgk_x'])(
    'is not opened by the header %j',
    async (Authorization) => {
      const server = await serving({ siteGate: gateWith(aKey()) })
      const answer = await get(server, 'partner/index.json', undefined, { Authorization })
      expect(answer.status).toBe(401)
    },
  )

  it('is not opened by a key in the address', async () => {
    const key = aKey()
    const server = await serving({ siteGate: gateWith(key) })
    const answer = await get(server, `partner/index.json?access_token=${key.clear}`)
    expect(answer.status).toBe(401)
  })

  it('is not served by a server that knows no keys, nor while they are loaded', async () => {
    const alone = await serving({})
    const refused = await get(alone, 'partner/index.json', aKey().clear)
    expect([refused.status, refused.code]).toEqual([403, 'private-channel'])
    expect((await get(alone, 'us-en/index.json')).status).toBe(200)
    const starting = await serving({ siteGate: () => undefined })
    const early = await get(starting, 'partner/index.json', aKey().clear)
    expect([early.status, early.header('retry-after')]).toEqual([503, '2'])
  })

  it('is read by anybody from the release on that makes it public, and by nobody before', async () => {
    const server = await serving({ siteGate: gateWith() })
    const opened = { 'index.json': files['index.json'].replace('private', 'public') }
    await publishExample(server.store, { ...files, ...opened })
    await server.feed.refresh()
    const answers = await Promise.all(
      ['partner/index.json', picturePath].map((path) => get(server, path)),
    )
    expect(answers.map(({ status, header }) => [status, header('vary')])).toEqual([
      [200, 'Accept-Encoding'],
      [200, 'Accept-Encoding'],
    ])
  })

  it('takes no more than so many requests a minute with one key, nor guesses from one address', async () => {
    const [key, other] = [aKey(), aKey()]
    const server = await serving({ siteGate: gateWith(key, other), keyRequestsPerMinute: 3 })
    const statuses: number[] = []
    for (let count = 0; count < 4; count += 1) {
      statuses.push((await get(server, 'partner/index.json', key.clear)).status)
    }
    expect(statuses).toEqual([200, 200, 200, 429])
    expect((await get(server, 'partner/index.json', other.clear)).status).toBe(200)
    const guesses: number[] = []
    for (let count = 0; count < 61; count += 1) {
      guesses.push((await get(server, 'partner/index.json', 'cgk_guess')).status)
    }
    expect([guesses[59], guesses[60]]).toEqual([401, 429])
    expect((await get(server, 'us-en/index.json')).status).toBe(200)
    const beside = await get(server, 'partner/index.json', other.clear)
    expect(beside.status).toBe(200)
  })
})
