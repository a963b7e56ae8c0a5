import { describe, expect, it } from 'vitest'
import { openTrustedFeed } from '../../../../src/consumer/index.ts'
import { contentOf } from '../../../../src/consumer/verify/contentOf.ts'
import { ExampleFeed } from '../exampleFeed.ts'

describe('the content of a release', () => {
  it('is named by its index alone, every file of it', async () => {
    const feed = await openTrustedFeed(await new ExampleFeed().publish().folder())
    const content = await contentOf(feed.digest, feed.readByDigest)
    const digests = (files: ReadonlyMap<string, { readonly sha256: string }>) =>
      Object.fromEntries([...files].map(([path, { sha256 }]) => [path, sha256]))
    expect(digests(content)).toEqual(digests(feed.lists))
    await feed.close()
  })

  it('ends at the lists that are not there', async () => {
    const feed = await openTrustedFeed(await new ExampleFeed().publish().folder())
    const content = await contentOf(feed.digest, (path, sha256) =>
      path === 'index.json' ? feed.readByDigest(path, sha256) : Promise.resolve(null),
    )
    expect([...content.keys()].filter((path) => path.startsWith('us-en/')).sort()).toEqual([
      'us-en/changes/1.json',
      'us-en/index.json',
      'us-en/references.json',
    ])
    await feed.close()
  })
})
