import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FrontDoorOptions } from '../../../src/door/index.ts'
import { frontDoor } from '../../../src/door/index.ts'

const home = 'https://cms.example.org'

interface Door {
  readonly url: string
  readonly port: number
  /** What was let in, as it came to the pages. */
  readonly visits: { readonly url: string; readonly headers: IncomingHttpHeaders }[]
}

/** A door in front of pages that answer 200, or the status that a request asks for. */
async function door(options: Partial<FrontDoorOptions> = {}): Promise<Door> {
  const visits: Door['visits'] = []
  const listener = frontDoor(
    {
      origins: [home, 'http://localhost:3000'],
      isSecure: false,
      isDevelopment: false,
      trustProxy: false,
      onProblem: () => undefined,
      ...options,
    },
    (req, res) => {
      visits.push({ url: req.url ?? '', headers: req.headers })
      res.statusCode = Number(req.headers['x-answer'] ?? 200)
      req.resume()
      res.end('{}')
    },
  )
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${String(port)}`, port, visits }
}

async function refusalIn(
  answer: Response,
): Promise<{ status: number; code: string; message: string }> {
  const { errors } = (await answer.json()) as {
    errors: { message: string; data: { code: string } }[]
  }
  return {
    status: answer.status,
    code: errors[0]?.data.code ?? '',
    message: errors[0]?.message ?? '',
  }
}

describe('headers', () => {
  it('are on every answer of the API, which is never kept and never runs', async () => {
    const { url } = await door()
    const { headers } = await fetch(`${url}/api/studies`)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('mark the scripts of each page anew, and tell the page how', async () => {
    const { url, visits } = await door()
    const policies = [
      (await fetch(`${url}/admin`)).headers.get('content-security-policy'),
      (
        await fetch(`${url}/admin`, {
          headers: { 'Content-Security-Policy': "script-src 'nonce-mine'" },
        })
      ).headers.get('content-security-policy'),
    ]
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/)
    expect(policies[1]).not.toBe(policies[0])
    expect(visits.map(({ headers }) => headers['content-security-policy'])).toEqual(policies)
  })

  it('insist on TLS only where readers come over it', async () => {
    const plain = await door()
    expect((await fetch(`${plain.url}/admin`)).headers.get('strict-transport-security')).toBeNull()
    const secure = await door({ isSecure: true })
    expect((await fetch(`${secure.url}/admin`)).headers.get('strict-transport-security')).toBe(
      'max-age=31536000',
    )
  })
})

describe('a request with somebody’s cookie', () => {
  const cookie = { Cookie: 'payload-token=x' }
  const send = (url: string, headers: Record<string, string>, method = 'POST') =>
    fetch(url, { method, headers: { ...cookie, ...headers }, body: '{}' })

  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['another port', { Origin: 'https://cms.example.org:8443' }],
    ['a look-alike', { Origin: 'https://cms.example.org.evil.example' }],
    ['a sandboxed page', { Origin: 'null' }],
    ['another site without saying which', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbouring subdomain', { 'Sec-Fetch-Site': 'same-site' }],
    ['another site, with a token too', { Origin: 'https://evil.example', Authorization: 'JWT x' }],
  ])('is refused when it comes from %s', async (_, headers) => {
    const { url, visits } = await door()
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      for (const path of ['/api/studies', '/admin/collections/studies', '/api/users/logout']) {
        const refused = await refusalIn(await send(`${url}${path}`, headers, method))
        expect(refused).toMatchObject({ status: 403, code: 'foreign-origin' })
        expect(refused.message).toContain('PUBLIC_URL')
      }
    }
    expect(visits).toEqual([])
  })

  it.each([
    ['the admin UI', { Origin: home, 'Sec-Fetch-Site': 'same-origin' }],
    ['the admin UI on this machine', { Origin: 'http://localhost:3000' }],
    ['a browser that names no origin', { 'Sec-Fetch-Site': 'same-origin' }],
  ])('is let in when it comes from %s', async (_, headers) => {
    const { url } = await door()
    expect((await send(`${url}/api/studies`, headers)).status).toBe(200)
  })

  it('may log nobody in from another site either', async () => {
    const { url } = await door()
    const answer = await fetch(`${url}/api/users/login`, {
      method: 'POST',
      headers: { Origin: 'https://evil.example' },
      body: '{}',
    })
    expect(answer.status).toBe(403)
  })
})

describe('an action of a page', () => {
  it('is nothing for a stranger', async () => {
    const { url, visits } = await door()
    const act = (headers: Record<string, string>) =>
      fetch(`${url}/admin/login`, {
        method: 'POST',
        headers: { Origin: home, ...headers },
        body: '[]',
      })
    expect(await refusalIn(await act({}))).toMatchObject({ status: 401, code: 'not-signed-in' })
    expect(visits).toEqual([])
    expect((await act({ Cookie: 'payload-token=x' })).status).toBe(200)
  })
})

describe('a program with a token', () => {
  it('is not asked where it comes from', async () => {
    const { url } = await door()
    for (const headers of [
      { Authorization: 'JWT x' },
      { Authorization: 'JWT x', Origin: 'https://tool.example' },
    ]) {
      const answer = await fetch(`${url}/api/studies`, { method: 'POST', headers, body: '{}' })
      expect(answer.status).toBe(200)
    }
  })
})

describe('a body', () => {
  const megabytes = (count: number): string => 'x'.repeat(count * 1_000_000)

  it.each([
    ['/api/studies', 1.1, '1 MB'],
    ['/admin/collections/studies', 1.1, '1 MB'],
    ['/api/media', 21, '20 MB'],
  ])('that is too large for %s is refused unread', async (path, size, limit) => {
    const { url, visits } = await door()
    const answer = await fetch(`${url}${path}`, { method: 'POST', body: megabytes(size) })
    const refused = await refusalIn(answer)
    expect(refused).toMatchObject({ status: 413, code: 'too-large' })
    expect(refused.message).toContain(limit)
    expect(visits).toEqual([])
  })

  it('of an ordinary size is let in, an image of a larger one too', async () => {
    const { url } = await door()
    const post = (path: string, count: number) =>
      fetch(`${url}${path}`, { method: 'POST', body: megabytes(count) })
    expect((await post('/api/studies', 1)).status).toBe(200)
    expect((await post('/api/media', 15)).status).toBe(200)
  })

  it('has to say how long it is', async () => {
    const { port, visits } = await door()
    const answer = await raw(
      port,
      'POST /api/studies HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 411 /)
    expect(visits).toEqual([])
  })
})

describe('an address that knocks too often', () => {
  const knock = async (door: Door, path: string, times: number, headers = {}) => {
    const answers = await Promise.all(
      Array.from({ length: times }, () =>
        fetch(`${door.url}${path}`, { method: 'POST', headers, body: '{}' }),
      ),
    )
    return answers
  }
  const count = (answers: readonly Response[], status: number): number =>
    answers.filter((answer) => answer.status === status).length

  it('is told to wait with its failing logins, in a sentence and a header', async () => {
    const here = await door()
    const answers = await knock(here, '/api/users/login', 80, { 'X-Answer': '401' })
    expect([count(answers, 401), count(answers, 429)]).toEqual([60, 20])
    const [refused] = answers.filter(({ status }) => status === 429)
    if (refused === undefined) throw new Error('Nobody was refused.')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refusalIn(refused)).toMatchObject({ code: 'too-many' })
  })

  it('may log in as often as it likes while it succeeds', async () => {
    const here = await door()
    for (let round = 0; round < 4; round++) {
      expect(count(await knock(here, '/api/users/login', 40), 200)).toBe(40)
    }
  })

  it.each(['forgot-password', 'reset-password', 'unlock'])(
    'is told to wait with %s',
    async (route) => {
      const here = await door()
      expect(count(await knock(here, `/api/users/${route}`, 25), 429)).toBe(5)
      expect(count(await knock(here, `/api/users/${route.toUpperCase()}/`, 1), 429)).toBe(1)
    },
  )

  it('reviews as fast as a busy newsroom, and no faster than a program out of hand', async () => {
    const here = await door()
    expect(count(await knock(here, '/api/claims/1/review', 400), 200)).toBe(400)
    expect(count(await knock(here, '/api/therapies/2/review', 900), 429)).toBe(100)
  })

  it('is not taken for another by what it writes into a header', async () => {
    const here = await door()
    const answers: Response[] = []
    for (let each = 0; each < 25; each++) {
      answers.push(
        ...(await knock(here, '/api/users/unlock', 1, {
          'X-Forwarded-For': `192.0.2.${String(each)}`,
          'X-Forwarded-Host': 'evil.example',
          Forwarded: `for=192.0.2.${String(each)}`,
        })),
      )
    }
    expect(count(answers, 429)).toBe(5)
    expect(here.visits[0]?.headers).not.toHaveProperty('x-forwarded-for')
    expect(here.visits[0]?.headers).not.toHaveProperty('x-forwarded-host')
    expect(here.visits[0]?.headers).not.toHaveProperty('forwarded')
  })

  it('is told apart from others behind a proxy that is known', async () => {
    const here = await door({ trustProxy: 1 })
    for (const each of [1, 2, 3]) {
      const answers = await knock(here, '/api/users/unlock', 20, {
        'X-Forwarded-For': `203.0.113.9, 192.0.2.${String(each)}`,
      })
      expect(count(answers, 200)).toBe(20)
    }
  })
})

describe('a path', () => {
  it.each(['/api/users/%6cogin', '/api/users%2flogin', '/api/%2e%2e/x', '/api/%', '/api/%zz'])(
    'is refused when it hides ordinary characters: %s',
    async (path) => {
      const { port, visits } = await door()
      const answer = await raw(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(visits).toEqual([])
    },
  )

  it('may hold what a file name holds', async () => {
    const { url } = await door()
    expect((await fetch(`${url}/api/media/file/a%20blue%20%C3%A9toile.png`)).status).toBe(200)
  })

  it('leads nobody to the form for a first account', async () => {
    const { url, visits } = await door()
    const answer = await fetch(`${url}/admin/create-first-user`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/login'])
    expect(visits).toEqual([])
  })
})

/** What a server answers to bytes that no client library would send. */
async function raw(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(request)
  let answer = ''
  socket.on('data', (chunk) => (answer += chunk.toString()))
  await once(socket, 'close')
  return answer
}
