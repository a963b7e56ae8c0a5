import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sha256Hex } from '../../../src/store/index.ts'
import { publishExample, texts } from './exampleFeed.ts'
import type { RawAnswer } from './runningServer.ts'
import { rawRequest, runningServer } from './runningServer.ts'

/**
 * What RFC 9110 (semantics), 9111 (caching) and 9112 (HTTP/1.1) ask of the server of a feed, clause
 * by clause, over a socket: a client library would tidy up what is sent and received.
 */
const item = '/feeds/v1/us-en/therapies/made-up.md'
const digest = sha256Hex(Buffer.from(texts['us-en/therapies/made-up.md']))
const gone = '/feeds/v1/us-en/claims/fallen.json'
const nothing = '/feeds/v1/us-en/claims/never-was.json'
const frozen = '/feeds/v1/us-en/changes/1.json'
const coded = `"${digest}-br"`

type Ask = (
  line: string,
  ...headers: readonly string[]
) => Promise<RawAnswer & { readonly one: (name: string) => string | undefined }>

async function served(): Promise<{ ask: Ask; port: number }> {
  const { store, feed, port } = await runningServer()
  await publishExample(store)
  await feed.refresh()
  const ask: Ask = async (line, ...headers) => {
    const answer = await rawRequest(port, line, headers)
    return {
      ...answer,
      one: (name) => {
        const values = answer.headers.get(name) ?? []
        expect(values.length, `${name} stands once`).toBeLessThan(2)
        return values[0]
      },
    }
  }
  return { ask, port }
}

/** Sends bytes as they are, twice or more on one connection, and gives back all that came. */
async function exchange(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => {
    socket.destroy()
  })
  socket.write(text)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('latin1')
}

const clauses: readonly (readonly [clause: string, says: string, (ask: Ask) => Promise<void>])[] = [
  [
    '9110, 6.6.1',
    'a clock dates every answer',
    async (ask) => {
      const imfDate =
        /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/
      for (const path of [item, gone, nothing]) {
        expect((await ask(`GET ${path}`)).one('date')).toMatch(imfDate)
      }
      expect((await ask(`GET ${item}`, 'If-None-Match: *')).one('date')).toMatch(imfDate)
    },
  ],
  [
    '9110, 8.3',
    'what has content has its media type',
    async (ask) => {
      for (const path of [item, gone, nothing]) {
        expect((await ask(`GET ${path}`)).one('content-type')).toMatch(/^(?:text|application)\//)
      }
    },
  ],
  [
    '9110, 8.4',
    'codings that were applied are named, and undo to the same bytes',
    async (ask) => {
      const plain = (await ask(`GET ${item}`)).body
      const undo = { br: brotliDecompressSync, gzip: gunzipSync }
      for (const [coding, decode] of Object.entries(undo)) {
        const answer = await ask(`GET ${item}`, `Accept-Encoding: ${coding}`)
        expect(answer.one('content-encoding')).toBe(coding)
        expect(decode(Buffer.from(answer.body, 'latin1')).toString('latin1')).toBe(plain)
      }
      expect((await ask(`GET ${item}`)).one('content-encoding')).toBeUndefined()
    },
  ],
  [
    '9110, 8.6',
    'the length is that of the content that is sent, or would be for HEAD',
    async (ask) => {
      const get = await ask(`GET ${item}`)
      expect(get.one('content-length')).toBe(String(get.body.length))
      expect((await ask(`HEAD ${item}`)).one('content-length')).toBe(String(get.body.length))
      expect((await ask(`OPTIONS ${item}`)).one('content-length')).toBeUndefined()
    },
  ],
  [
    '9110, 8.8.3.3',
    'each coding has an entity tag of its own',
    async (ask) => {
      const codings = ['identity', 'gzip', 'br']
      const tags = new Set<string | undefined>()
      for (const coding of codings) {
        tags.add((await ask(`GET ${item}`, `Accept-Encoding: ${coding}`)).one('etag'))
      }
      expect(tags).toEqual(new Set([`"${digest}"`, `"${digest}-gzip"`, coded]))
    },
  ],
  [
    '9110, 9.1 and 15.5.6',
    'a method that is not allowed is answered 405, with those that are',
    async (ask) => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']) {
        const answer = await ask(`${method} ${item}`)
        expect(answer.status, method).toBe(405)
        expect(answer.one('allow')).toBe('GET, HEAD, OPTIONS')
      }
    },
  ],
  [
    '9110, 9.3.1',
    'content of a GET changes nothing',
    async (ask) => {
      const answer = await ask(`GET ${item}`, 'Content-Length: 0')
      expect([answer.status, answer.one('etag')]).toEqual([200, `"${digest}"`])
    },
  ],
  [
    '9110, 9.3.2',
    'HEAD says what GET says, and sends no content, whatever the status',
    async (ask) => {
      for (const path of [item, gone, nothing, frozen]) {
        const [get, head] = [await ask(`GET ${path}`), await ask(`HEAD ${path}`)]
        expect(head.body, path).toBe('')
        expect(head.status).toBe(get.status)
        const dateless = (all: RawAnswer['headers']) =>
          [...all].filter(([name]) => name !== 'date').sort()
        expect(dateless(head.headers), path).toEqual(dateless(get.headers))
      }
    },
  ],
  [
    '9110, 9.3.7 and 10.2.1',
    'OPTIONS tells the methods, without content',
    async (ask) => {
      const answer = await ask(`OPTIONS ${item}`)
      expect([answer.status, answer.body]).toEqual([204, ''])
      expect(answer.one('allow')).toBe('GET, HEAD, OPTIONS')
    },
  ],
  [
    '9110, 12.4.2',
    'the highest weight is chosen, and none means not acceptable',
    async (ask) => {
      const chosen = async (accept: string) =>
        (await ask(`GET ${item}`, `Accept-Encoding: ${accept}`)).one('content-encoding')
      expect(await chosen('br;q=0.1, gzip;q=0.9')).toBe('gzip')
      expect(await chosen('gzip;q=0.1, br;q=0.9')).toBe('br')
      expect(await chosen('br;q=0, gzip;q=0')).toBeUndefined()
    },
  ],
  [
    '9110, 12.5.3',
    'no field: any coding may be sent, none is; an empty one: none; identity unless it is refused',
    async (ask) => {
      const choose = async (...headers: readonly string[]) => {
        const answer = await ask(`GET ${item}`, ...headers)
        return [answer.status, answer.one('content-encoding')]
      }
      expect(await choose()).toEqual([200, undefined])
      expect(await choose('Accept-Encoding:')).toEqual([200, undefined])
      expect(await choose('Accept-Encoding: zstd')).toEqual([200, undefined])
      expect(await choose('Accept-Encoding: *')).toEqual([200, 'br'])
      expect(await choose('Accept-Encoding: zstd, identity;q=0')).toEqual([406, undefined])
      expect(await choose('Accept-Encoding: *;q=0')).toEqual([406, undefined])
    },
  ],
  [
    '9110, 12.5.5',
    'what the choice depended on is named wherever there was one',
    async (ask) => {
      const varies = async (...headers: readonly string[]) =>
        (await ask(`GET ${item}`, ...headers)).one('vary')
      expect(await varies()).toBe('Accept-Encoding')
      expect(await varies('If-None-Match: *')).toBe('Accept-Encoding')
      expect(await varies('If-Match: "other"')).toBe('Accept-Encoding')
      expect(await varies('Accept-Encoding: *;q=0')).toBe('Accept-Encoding')
    },
  ],
  [
    '9110, 13.1.1',
    'If-Match compares strongly, and * means whatever is there',
    async (ask) => {
      const status = async (tags: string) =>
        (await ask(`GET ${item}`, 'Accept-Encoding: br', `If-Match: ${tags}`)).status
      expect(await status(coded)).toBe(200)
      expect(await status('*')).toBe(200)
      expect(await status(`"other", ${coded}`)).toBe(200)
      expect(await status(`W/${coded}`)).toBe(412)
      expect(await status('"other"')).toBe(412)
    },
  ],
  [
    '9110, 13.1.2',
    'If-None-Match compares weakly, and * means whatever is there',
    async (ask) => {
      const status = async (tags: string) =>
        (await ask(`GET ${item}`, 'Accept-Encoding: br', `If-None-Match: ${tags}`)).status
      expect(await status(coded)).toBe(304)
      expect(await status(`W/${coded}`)).toBe(304)
      expect(await status('*')).toBe(304)
      expect(await status('"other"')).toBe(200)
    },
  ],
  [
    '9110, 13.1.3 and 13.1.4',
    'a date is not compared with a file that has none',
    async (ask) => {
      const past = 'Thu, 01 Jan 1970 00:00:00 GMT'
      const future = 'Fri, 31 Dec 2100 23:59:59 GMT'
      const answer = await ask(`GET ${item}`)
      expect(answer.one('last-modified')).toBeUndefined()
      expect((await ask(`GET ${item}`, `If-Modified-Since: ${future}`)).status).toBe(200)
      expect((await ask(`GET ${item}`, `If-Unmodified-Since: ${past}`)).status).toBe(200)
    },
  ],
  [
    '9110, 13.2.1',
    'a condition is looked at only where the answer would be a success',
    async (ask) => {
      for (const [path, status] of [
        [gone, 410],
        [nothing, 404],
      ] as const) {
        expect((await ask(`GET ${path}`, 'If-None-Match: *')).status).toBe(status)
        expect((await ask(`GET ${path}`, 'If-Match: "other"')).status).toBe(status)
      }
      expect((await ask(`POST ${item}`, 'If-Match: "other"')).status).toBe(405)
    },
  ],
  [
    '9110, 13.2.2',
    'If-Match comes before If-None-Match, and that before dates',
    async (ask) => {
      const both = await ask(`GET ${item}`, 'If-Match: "other"', 'If-None-Match: *')
      expect(both.status).toBe(412)
      const past = 'If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT'
      expect((await ask(`GET ${item}`, `If-None-Match: "${digest}"`, past)).status).toBe(304)
    },
  ],
  [
    '9110, 14.2 and 14.3',
    'ranges are not served, and it says so',
    async (ask) => {
      const answer = await ask(`GET ${item}`, 'Range: bytes=0-9', `If-Range: "${digest}"`)
      expect([answer.status, answer.one('accept-ranges')]).toEqual([200, 'none'])
      expect(answer.one('content-range')).toBeUndefined()
      expect(answer.body).toHaveLength(Number(answer.one('content-length')))
    },
  ],
  [
    '9110, 15.4.5',
    'a 304 has what caching needs of the 200 it stands for, and no content',
    async (ask) => {
      const [whole, held] = [
        await ask(`GET ${item}`, 'Accept-Encoding: br'),
        await ask(`GET ${item}`, 'Accept-Encoding: br', `If-None-Match: ${coded}`),
      ]
      expect([held.status, held.body]).toEqual([304, ''])
      for (const name of ['cache-control', 'etag', 'vary', 'content-location', 'expires']) {
        expect(held.one(name), name).toBe(whole.one(name))
      }
      for (const name of ['content-type', 'content-encoding', 'last-modified']) {
        expect(held.one(name), name).toBeUndefined()
      }
    },
  ],
  [
    '9110, 15.5.11',
    'what was withdrawn is gone, for readers and for caches',
    async (ask) => {
      const answer = await ask(`GET ${gone}`)
      expect(answer.status).toBe(410)
      expect(answer.body).toContain('withdrawn')
      expect(answer.one('cache-control')).toBe('public, max-age=60, must-revalidate')
    },
  ],
  [
    '9111, 3 and 5.2.2.5',
    'an answer that may not be kept says so; one that the next release mends is asked for again',
    async (ask) => {
      expect((await ask(`POST ${item}`)).one('cache-control')).toBe('no-store')
      expect((await ask(`GET ${nothing}`)).one('cache-control')).toBe('no-cache')
    },
  ],
  [
    '9111, 4.1',
    'a cache can tell codings apart by Vary and the tag',
    async (ask) => {
      const [br, gzip] = [
        await ask(`GET ${item}`, 'Accept-Encoding: br'),
        await ask(`GET ${item}`, 'Accept-Encoding: gzip'),
      ]
      expect(br.one('vary')).toBe('Accept-Encoding')
      expect(br.one('etag')).not.toBe(gzip.one('etag'))
    },
  ],
  [
    '9111, 4.2.1 and 5.2.2.2',
    'a text is fresh for a minute and not served stale after it; what never changes is fresh for good',
    async (ask) => {
      expect((await ask(`GET ${item}`)).one('cache-control')).toBe(
        'public, max-age=60, must-revalidate',
      )
      expect((await ask(`GET ${frozen}`)).one('cache-control')).toBe(
        'public, max-age=31536000, immutable',
      )
    },
  ],
  [
    '9111, 5.2.2.4',
    'the pointer is never used without asking',
    async (ask) => {
      expect((await ask('GET /feeds/v1/timestamp.json')).one('cache-control')).toBe('no-cache')
    },
  ],
  [
    '9111, 5.1',
    'an origin says nothing of age',
    async (ask) => {
      expect((await ask(`GET ${item}`)).one('age')).toBeUndefined()
    },
  ],
  [
    '8288, 3',
    'links say where else a text stands and what list it is in',
    async (ask) => {
      const answer = await ask(`GET ${item}`)
      expect(answer.one('link')).toBe(
        '<../../us-en/therapies/made-up.json>; rel="alternate"; type="application/json", <../../us-en/index.json>; rel="collection"; type="application/json"',
      )
      expect((await ask(`GET ${frozen}`)).one('link')).toContain('rel="collection"')
    },
  ],
  [
    'Fetch, CORS protocol',
    'a page of any origin may read an answer, its tag and its links, and ask with conditions',
    async (ask) => {
      const origin = 'Origin: https://clinic.example'
      for (const path of [item, gone, nothing]) {
        const answer = await ask(`GET ${path}`, origin)
        expect(answer.one('access-control-allow-origin'), path).toBe('*')
        expect(answer.one('access-control-expose-headers')).toBe('ETag, Link')
        expect(answer.one('access-control-allow-credentials')).toBeUndefined()
      }
      const preflight = await ask(
        `OPTIONS ${item}`,
        origin,
        'Access-Control-Request-Method: GET',
        'Access-Control-Request-Headers: if-none-match',
      )
      expect(preflight.one('access-control-allow-methods')).toBe('GET, HEAD')
      expect(preflight.one('access-control-allow-headers')).toContain('If-None-Match')
      expect(preflight.one('access-control-max-age')).toBe('86400')
    },
  ],
]

describe('a feed, over HTTP', () => {
  it.each(clauses)('RFC %s: %s', async (_clause, _says, holds) => {
    const { ask } = await served()
    await holds(ask)
  })

  it('RFC 9112, 3.2: a request without Host, or with two, is refused', async () => {
    const { port } = await served()
    for (const hosts of ['', 'Host: a\r\nHost: b\r\n']) {
      const answer = await exchange(
        port,
        `GET ${item} HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`,
      )
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    }
  })

  it('RFC 9112, 9.3: answers on one connection come whole and in order', async () => {
    const { port } = await served()
    const head = 'Host: a\r\n'
    const answers = await exchange(
      port,
      [
        `GET ${item} HTTP/1.1\r\n${head}Accept-Encoding: br\r\nIf-None-Match: ${coded}\r\n\r\n`,
        `HEAD ${item} HTTP/1.1\r\n${head}\r\n`,
        `GET ${gone} HTTP/1.1\r\n${head}\r\n`,
        `GET ${item} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`,
      ].join(''),
    )
    expect([...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status)).toEqual([
      '304',
      '200',
      '410',
      '200',
    ])
    expect(answers.endsWith(texts['us-en/therapies/made-up.md'])).toBe(true)
  })
})
