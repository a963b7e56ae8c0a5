import { chmod, lstat, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  FeedUnreachable,
  OutUnusable,
  UnknownChannel,
  pullFeed,
} from '../../../src/consumer/index.ts'
import { sha256Hex } from '../../../src/store/index.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { folderSnapshot, pulledFiles } from './folderSnapshot.ts'
import { MadeUpFeed, type MadeUpItem } from './madeUpFeed.ts'
import { type RepositoryServer, repositoryServer } from './repositoryServer.ts'

const picture = `media/${sha256Hex(Buffer.from('A picture.'))}.png`
const items: readonly MadeUpItem[] = [
  { kind: 'therapy', key: 'made-up', text: 'A page.' },
  { kind: 'claim', key: 'one', text: 'A placeholder.', cites: ['first'] },
  { kind: 'claim', key: 'two', text: 'Another.', cites: ['second', 'first'] },
  { kind: 'study', key: 'first', text: 'A study.' },
  { kind: 'study', key: 'second', text: 'Another study.' },
]

interface Scene {
  readonly feed: MadeUpFeed
  readonly server: RepositoryServer
  readonly parent: string
  readonly out: string
}

async function scene(): Promise<Scene> {
  const feed = new MadeUpFeed().put(...items)
  feed.publish()
  const parent = await temporaryFolder()
  return {
    feed,
    server: await repositoryServer(feed.repository),
    parent,
    out: join(parent, 'feed'),
  }
}

function texts(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries(
    [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  )
}

describe('a pull', () => {
  it('brings all of a release the first time, and says which keys it came to trust', async () => {
    const { feed, server, out } = await scene()
    const pulled = await pullFeed(server.url, out)
    expect(pulled).toMatchObject({
      outcome: 'updated',
      release: 1,
      digest: feed.digest,
      trust: { origin: 'first-use', keyIds: feed.repository.keys.root.map(({ id }) => id) },
    })
    expect(await pulledFiles(out)).toEqual(texts(new MadeUpFeed().put(...items).publish()))
  })

  it('brings what changed, takes down what was withdrawn, and leaves what a first pull would', async () => {
    const { feed, server, parent, out } = await scene()
    await pullFeed(server.url, out)
    const unchanged = join(out, 'us-en/therapies/made-up.md')
    const { ino } = await lstat(unchanged)
    feed
      .put({ kind: 'claim', key: 'one', text: 'Changed.', cites: ['second'] })
      .put({ kind: 'article', key: 'new', text: 'New.', media: { [picture]: 'A picture.' } })
      .withdraw('claim', 'two')
      .withdraw('study', 'first')
      .publish()
    server.asked.length = 0
    const pulled = await pullFeed(server.url, out)
    expect(pulled).toMatchObject({
      outcome: 'updated',
      release: 2,
      trust: { origin: 'kept' },
      takenDown: [
        { channel: 'us-en', kind: 'claim', key: 'two', reason: 'Made up.' },
        { channel: 'us-en', kind: 'study', key: 'first', reason: 'Made up.' },
      ],
    })
    await pullFeed(server.url, join(parent, 'fresh'))
    expect(await pulledFiles(out)).toEqual(await pulledFiles(join(parent, 'fresh')))
    expect((await lstat(unchanged)).ino).toBe(ino)
    const tombstone = join(out, 'us-en/claims/two.tombstone.json')
    expect(JSON.parse(await readFile(tombstone, 'utf8'))).toMatchObject({
      key: 'two',
      reason: 'Made up.',
      release: 2,
    })
  })

  it('fetches no list that it can put together itself', async () => {
    const { feed, server, out } = await scene()
    await pullFeed(server.url, out)
    feed.put({ kind: 'claim', key: 'one', text: 'Changed.', cites: ['second'] }).publish()
    feed.withdraw('claim', 'two').publish()
    feed.put({ kind: 'study', key: 'third', text: 'A third study.' }).publish()
    server.asked.length = 0
    expect(await pullFeed(server.url, out)).toMatchObject({ release: 4 })
    const targets = server.asked
      .filter((name) => name.startsWith('targets/'))
      .map((name) => name.replace(/[0-9a-f]{64}\./, ''))
    expect(targets.sort()).toEqual([
      'targets/index.json',
      'targets/index.json',
      'targets/index.json',
      'targets/us-en/changes/2.json',
      'targets/us-en/changes/3.json',
      'targets/us-en/changes/4.json',
      'targets/us-en/claims/one.json',
      'targets/us-en/claims/one.md',
      'targets/us-en/studies/third.json',
      'targets/us-en/studies/third.md',
    ])
  })

  it('brings an item back that had been taken down, without its tombstone', async () => {
    const { feed, server, parent, out } = await scene()
    feed.withdraw('claim', 'two').publish()
    await pullFeed(server.url, out)
    feed.put(items[2] ?? (items[0] as MadeUpItem)).publish()
    await pullFeed(server.url, out)
    await pullFeed(server.url, join(parent, 'fresh'))
    expect(await pulledFiles(out)).toEqual(await pulledFiles(join(parent, 'fresh')))
    expect(await readdir(join(out, 'us-en/claims'))).toEqual([
      'one.json',
      'one.md',
      'two.json',
      'two.md',
    ])
  })

  it('mends a file that was changed or lost on the disk', async () => {
    const { feed, server, parent, out } = await scene()
    await pullFeed(server.url, out)
    await rm(join(out, 'us-en/therapies/made-up.md'))
    await chmod(join(out, 'us-en/index.json'), 0o644)
    await writeFile(join(out, 'us-en/index.json'), '{}')
    feed.put({ kind: 'claim', key: 'one', text: 'Changed.', cites: ['second'] }).publish()
    await pullFeed(server.url, out)
    await pullFeed(server.url, join(parent, 'fresh'))
    expect(await pulledFiles(out)).toEqual(await pulledFiles(join(parent, 'fresh')))
  })

  it('only says when the feed was last fresh, when nothing is new', async () => {
    const { server, out } = await scene()
    await pullFeed(server.url, out, { now: new Date('2026-03-01T00:00:00Z') })
    const before = await folderSnapshot(out)
    server.asked.length = 0
    const now = new Date('2026-03-02T00:00:00Z')
    expect(await pullFeed(server.url, out, { now })).toMatchObject({
      outcome: 'current',
      refreshedAt: now.toISOString(),
    })
    const { 'citegate.lock.json': lock, ...after } = await folderSnapshot(out)
    expect({ ...after, 'citegate.lock.json': '' }).toEqual({ ...before, 'citegate.lock.json': '' })
    expect(lock).not.toBe(before['citegate.lock.json'])
    expect(server.asked.filter((name) => name.startsWith('targets/'))).toHaveLength(1)
  })

  it('keeps the channels and forms that were asked for', async () => {
    const { server, out } = await scene()
    await pullFeed(server.url, out, { format: 'md', channels: ['us-en'] })
    const names = Object.keys(await pulledFiles(out))
    expect(names.filter((name) => /\/(claims|studies|therapies)\//.test(name))).toEqual([
      'us-en/claims/one.md',
      'us-en/claims/two.md',
      'us-en/studies/first.md',
      'us-en/studies/second.md',
      'us-en/therapies/made-up.md',
    ])
    expect(names).toContain('us-en/references.json')
    await pullFeed(server.url, out, { format: 'json' })
    expect(Object.keys(await pulledFiles(out)).filter((name) => name.endsWith('.md'))).toEqual([])
    await expect(pullFeed(server.url, out, { channels: ['gb-en'] })).rejects.toThrow(UnknownChannel)
  })

  it('takes everything of a channel down that has left the feed', async () => {
    const { feed, server, out } = await scene()
    await pullFeed(server.url, out, { channels: ['us-en'] })
    feed.publish({ index: { channels: [] } })
    expect(await pullFeed(server.url, out, { channels: ['us-en'] })).toMatchObject({
      release: 2,
      channelsGone: ['us-en'],
    })
    expect(Object.keys(await pulledFiles(out))).toEqual(['index.json', 'schema/claim.json'])
  })

  it('works from a folder', async () => {
    const { feed, parent, out } = await scene()
    const store = join(parent, 'store')
    await feed.repository.writeTo(store)
    await pullFeed(store, out)
    expect(await pulledFiles(out)).toEqual(texts(new MadeUpFeed().put(...items).publish()))
  })

  it('keeps what is there while the feed cannot be reached', async () => {
    const { server, parent, out } = await scene()
    const { refreshedAt } = await pullFeed(server.url, out)
    const before = await folderSnapshot(parent)
    await server.stop()
    expect(await pullFeed(server.url, out)).toMatchObject({
      outcome: 'offline',
      release: 1,
      refreshedAt,
      unreachable: expect.stringContaining('ECONNREFUSED') as string,
    })
    expect(await folderSnapshot(parent)).toEqual(before)
    await expect(pullFeed(server.url, join(parent, 'new'))).rejects.toThrow(FeedUnreachable)
  })

  it('brings the release of a day, and goes on from the newest it has seen', async () => {
    const { feed, server, out, parent } = await scene()
    feed.put({ kind: 'claim', key: 'one', text: 'Second.', cites: [] })
    feed.publish({ createdAt: '2026-02-01T12:00:00.000Z' })
    await pullFeed(server.url, join(parent, 'second'))
    feed.put({ kind: 'claim', key: 'one', text: 'Third.', cites: [] })
    feed.publish({ createdAt: '2026-03-01T12:00:00.000Z' })
    await pullFeed(server.url, out)
    const asOf = new Date('2026-02-15T00:00:00Z')
    expect(await pullFeed(server.url, out, { asOf })).toMatchObject({ release: 2 })
    expect(await pulledFiles(out)).toEqual(await pulledFiles(join(parent, 'second')))
    expect(await pullFeed(server.url, out)).toMatchObject({ outcome: 'updated', release: 3 })
  })
})

describe('the place of a release', () => {
  it('may be an empty folder, which becomes a link', async () => {
    const { server, out } = await scene()
    await mkdir(out)
    await pullFeed(server.url, out)
    expect((await lstat(out)).isSymbolicLink()).toBe(true)
  })

  it.each<[string, (out: string) => Promise<unknown>, RegExp]>([
    [
      'a folder with files in it',
      async (out) => {
        await mkdir(out)
        await writeFile(join(out, 'index.html'), 'Somebody else wrote this.')
      },
      /holds files that were not pulled into it. Name a folder that is empty/,
    ],
    ['a file', (out) => writeFile(out, ''), /is not a folder/],
    ['a link to somewhere else', (out) => symlink('/tmp', out), /is a link to something else/],
  ])('may not be %s', async (_, make, message) => {
    const { server, parent, out } = await scene()
    await make(out)
    const before = await folderSnapshot(parent)
    await expect(pullFeed(server.url, out)).rejects.toThrow(OutUnusable)
    await expect(pullFeed(server.url, out)).rejects.toThrow(message)
    expect(await folderSnapshot(parent)).toEqual(before)
  })

  it('holds the release in place and the one before, for those who still read it', async () => {
    const { feed, server, parent, out } = await scene()
    for (let release = 1; release <= 4; release += 1) {
      await pullFeed(server.url, out)
      feed.put({ kind: 'claim', key: 'one', text: `Release ${String(release)}.` }).publish()
    }
    const held = await readdir(join(parent, '.feed.releases'))
    expect(held.map((name) => name.replace(/-.*/, '')).sort()).toEqual(['3', '4', 'lock'])
  })
})
