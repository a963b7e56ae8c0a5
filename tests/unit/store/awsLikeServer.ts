import { createHash } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface AwsLikeServer {
  readonly endpoint: string
  /** What the headers of each object said when it was written. */
  readonly headers: ReadonlyMap<string, IncomingMessage['headers']>
}

interface Misbehaviour {
  /** A status to answer instead, before anything is done. */
  readonly refuse?: (method: string, key: string) => number | undefined
  readonly ignoresConditions?: boolean
}

interface Held {
  readonly body: Buffer
  readonly etag: string
  readonly modified: Date
}

const pageSize = 50

/**
 * As much of S3 as a store needs, in memory, where AWS differs from the server of the tests on S3:
 * If-Match takes the ETag as it is written, quotes included, and answers 404 where nothing is.
 */
export async function awsLikeServer(misbehaviour: Misbehaviour = {}): Promise<AwsLikeServer> {
  const objects = new Map<string, Held>()
  const headers = new Map<string, IncomingMessage['headers']>()

  const put = (key: string, request: IncomingMessage, body: Buffer): [number, string?] => {
    const there = objects.get(key)
    const {
      'if-none-match': ifNoneMatch,
      'if-match': ifMatch,
      'content-md5': md5,
    } = request.headers
    if (misbehaviour.ignoresConditions !== true) {
      if (ifNoneMatch === '*' && there !== undefined) return [412]
      if (ifMatch !== undefined && there === undefined) return [404]
      if (ifMatch !== undefined && ifMatch !== there?.etag) return [412]
    }
    const digest = createHash('md5').update(body)
    const etag = `"${digest.copy().digest('hex')}"`
    if (md5 !== digest.digest('base64')) return [400]
    objects.set(key, { body, etag, modified: new Date() })
    headers.set(key, request.headers)
    return [200, etag]
  }

  const list = (url: URL): string => {
    const prefix = url.searchParams.get('prefix') ?? ''
    const after = url.searchParams.get('continuation-token') ?? ''
    const names = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
    const page = names.slice(0, pageSize)
    const last = names.length > pageSize ? page.at(-1) : undefined
    const contents = page.map((key) => {
      const { body, modified } = objects.get(key) ?? { body: '', modified: new Date() }
      return `<Contents><Key>${key}</Key><LastModified>${modified.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`
    })
    const next = last === undefined ? '' : `<NextContinuationToken>${last}</NextContinuationToken>`
    return `<ListBucketResult>${contents.join('')}${next}</ListBucketResult>`
  }

  const answer = (request: IncomingMessage, body: Buffer, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const [, , ...parts] = url.pathname.split('/')
    const key = parts.map(decodeURIComponent).join('/')
    const { method = '' } = request
    const refused = misbehaviour.refuse?.(method, key)
    if (refused !== undefined) return fail(response, refused)
    if (method === 'PUT') {
      const [status, etag] = put(key, request, body)
      return etag === undefined ? fail(response, status) : response.setHeader('etag', etag).end()
    }
    if (method === 'DELETE') {
      objects.delete(key)
      return response.writeHead(204).end()
    }
    if (key === '') return response.end(list(url))
    const held = objects.get(key)
    if (held === undefined) return fail(response, 404)
    response.setHeader('etag', held.etag).setHeader('content-length', held.body.length)
    return response.end(method === 'HEAD' ? undefined : held.body)
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      answer(request, Buffer.concat(chunks), response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, headers }
}

const codes: Readonly<Record<number, string>> = {
  403: 'AccessDenied',
  404: 'NoSuchKey',
  409: 'ConditionalRequestConflict',
  412: 'PreconditionFailed',
  503: 'SlowDown',
}

function fail(response: ServerResponse, status: number): ServerResponse {
  return response.writeHead(status).end(`<Error><Code>${codes[status] ?? 'Error'}</Code></Error>`)
}
