// Starts one of the servers that are measured and tells its port: feeds | store FOLDER | floor
import { type RequestListener, createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFeedServer } from '../../../src/server/index.ts'
import { beginRelease, createKeys, openKeys } from '../../../src/repository/index.ts'
import { fileStore } from '../../../src/store/index.ts'
import { body, codedBody, etag, path } from './answer.ts'

/** The feed server itself, on a store with one file. */
async function feeds(): Promise<RequestListener> {
  const folder = await mkdtemp(join(tmpdir(), 'citegate-bench-'))
  process.once('SIGTERM', () => {
    void rm(folder, { recursive: true }).then(() => process.exit())
  })
  const store = fileStore(join(folder, 'store'))
  const keys = openKeys(join(folder, 'keys'))
  const now = new Date()
  await createKeys(keys, now)
  const draft = await beginRelease({ store, keys, base: null, now, startsEmpty: true })
  await draft.put('index.json', Buffer.from('{}'))
  await draft.put(path.slice('/feeds/v1/'.length), body)
  await draft.commit({ release: 1, auditHead: null })
  const server = createFeedServer({ store })
  await server.refresh()
  return server.listener()
}

/** The least that can answer the same bytes: it looks at nothing but whether a tag was sent. */
function floor(): RequestListener {
  const notModified = [
    ...['ETag', etag, 'Cache-Control', 'public, max-age=60, must-revalidate'],
    ...['Vary', 'Accept-Encoding', 'Access-Control-Allow-Origin', '*'],
    ...['Access-Control-Expose-Headers', 'ETag, Link'],
    ...[
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'X-Content-Type-Options',
      'nosniff',
    ],
  ]
  const ok = [
    ...notModified,
    ...['Content-Type', 'application/json', 'Accept-Ranges', 'none', 'Content-Encoding', 'br'],
    ...['Content-Length', String(codedBody.byteLength)],
  ]
  return (req, res) => {
    if (req.headers['if-none-match'] === undefined) {
      res.writeHead(200, ok)
      res.end(codedBody)
    } else {
      res.writeHead(304, notModified)
      res.end()
    }
  }
}

/** The feed server on a store that somebody else publishes into; tells its memory when it is asked. */
async function following(folder: string): Promise<RequestListener> {
  const server = createFeedServer({ store: fileStore(folder), pollMs: 100 })
  await server.refresh()
  process.on('message', () => process.send?.(process.memoryUsage().rss))
  return server.listener()
}

const [, , which, folder = ''] = process.argv
const listener =
  which === 'feeds' ? await feeds() : which === 'store' ? await following(folder) : floor()
const server = createServer(listener)
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port)
})
