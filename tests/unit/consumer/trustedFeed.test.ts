import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  FeedUnreachable,
  type TrustedFeed,
  type TrustedFeedOptions,
  openTrustedFeed,
} from '../../../src/consumer/index.ts'
import { sha256Hex } from '../../../src/store/index.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { MadeUpFeed } from './madeUpFeed.ts'
import { repositoryServer } from './repositoryServer.ts'

async function opened(source: string, options?: TrustedFeedOptions): Promise<TrustedFeed> {
  const feed = await openTrustedFeed(source, options)
  onTestFinished(feed.close)
  return feed
}

const claim = { kind: 'claim', key: 'one', text: 'A placeholder.' } as const

describe('a feed that is in order', () => {
  it.each(['/', '/feeds/v1/', '/bucket/prefix/'])(
    'is found behind a server at %s',
    async (prefix) => {
      const feed = new MadeUpFeed().put(claim)
      const files = feed.publish()
      const server = await repositoryServer(feed.repository, prefix)
      const addresses = ['', '/', '/index.json', '/?x=1#y'].map((end) => server.url + end)
      if (prefix === '/feeds/v1/') addresses.push(new URL('/', server.url).href)
      for (const address of addresses) {
        const { release, digest, read } = await opened(address)
        expect([release, digest]).toEqual([1, feed.digest])
        expect(await read('us-en/claims/one.md')).toEqual(files.get('us-en/claims/one.md'))
      }
    },
  )

  it('is found in a folder, by its path and as a file: URL', async () => {
    const folder = join(await temporaryFolder(), 'a store')
    const feed = new MadeUpFeed().put(claim)
    feed.publish()
    await feed.repository.writeTo(folder)
    for (const source of [folder, pathToFileURL(folder).href]) {
      expect((await opened(source)).digest).toBe(feed.digest)
    }
  })

  it('names the keys that it was trusted by on first use', async () => {
    const feed = new MadeUpFeed()
    feed.publish()
    const server = await repositoryServer(feed.repository)
    const first = await opened(server.url)
    const keyIds = feed.repository.keys.root.map(({ id }) => id)
    expect(first.trust).toEqual({ origin: 'first-use', rootVersion: 1, keyIds })
    const kept = await opened(server.url, { cachedMetadata: first.metadata })
    expect(kept.trust).toEqual({ origin: 'kept', rootVersion: 1, keyIds })
  })

  it('is read whole, its bins included', async () => {
    const feed = new MadeUpFeed()
    for (let number = 0; number < 600; number += 1) {
      feed.put({ ...claim, key: `claim-${String(number)}` })
    }
    const files = feed.publish()
    const server = await repositoryServer(feed.repository)
    const { entries, find } = await opened(server.url)
    const found = new Map<string, string>()
    for await (const [path, { sha256 }] of entries()) found.set(path, sha256)
    expect(found).toEqual(new Map([...files].map(([path, bytes]) => [path, sha256Hex(bytes)])))
    expect(await find('us-en/claims/claim-7.json')).toMatchObject({
      bytes: files.get('us-en/claims/claim-7.json')?.byteLength,
    })
    expect(await find('us-en/claims/nowhere.json')).toBeUndefined()
  })

  it('leads from a release to those before it', async () => {
    const feed = new MadeUpFeed().put(claim)
    feed.publish({ createdAt: '2026-01-01T00:00:00.000Z' })
    const { digest } = feed
    feed.publish()
    const { previous, earlier } = await opened((await repositoryServer(feed.repository)).url)
    expect(previous && (await earlier(previous))).toMatchObject({
      release: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
      digest,
      previous: null,
    })
  })
})

it.each([
  ['an address at which nobody answers', 'http://127.0.0.1:9/'],
  ['a folder that is not there', '/nowhere/at/all'],
])('says that there is no feed at %s', async (_, source) => {
  await expect(openTrustedFeed(source)).rejects.toThrow(FeedUnreachable)
})
