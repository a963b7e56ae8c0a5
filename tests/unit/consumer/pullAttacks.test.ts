import { writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FeedRefused, type FeedRefusalCode, pullFeed } from '../../../src/consumer/index.ts'
import { sha256Hex } from '../../../src/store/index.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { folderSnapshot } from './folderSnapshot.ts'
import { MadeUpFeed } from './madeUpFeed.ts'
import { type Attack, type RepositoryServer, repositoryServer } from './repositoryServer.ts'
import { metadata, roleKeys, testKey } from './tufRepository.ts'

interface Scene {
  readonly feed: MadeUpFeed
  readonly server: RepositoryServer
  /** The repository as it was at release 1 and at release 2. */
  readonly first: ReadonlyMap<string, Uint8Array>
  readonly second: ReadonlyMap<string, Uint8Array>
}

const limits = { maxFileBytes: 200_000 }
/** Of a reader that is out of patience soon. */
const impatient = { ...limits, idleMs: 400, totalMs: 1200 }
const yesterday = new Date(Date.now() - 86_400_000).toISOString()

/** What the attacked object begins with in the repository: what follows the version or digest. */
const claimFile = /targets\/us-en\/claims\/[0-9a-f]+\.one\.json/

const serving =
  (change: (bytes: Uint8Array) => Uint8Array): Attack =>
  (response, bytes) => {
    response.end(change(bytes))
  }

const flipped = serving((bytes) => {
  const changed = Buffer.from(bytes)
  const middle = changed.byteLength >> 1
  changed[middle] = (changed[middle] ?? 0) ^ 1
  return changed
})

const cutOff: Attack = (response, bytes) => {
  response.writeHead(200, { 'content-length': bytes.byteLength })
  response.write(bytes.subarray(0, bytes.byteLength >> 1), () => response.destroy())
}

const endless: Attack = (response) => {
  const chunk = Buffer.alloc(65_536, ' ')
  const more = (): void => {
    if (!response.destroyed) response.write(chunk, more)
  }
  more()
}

/** A byte from time to time: never silent for long, never done. */
const trickling: Attack = (response, bytes) => {
  let sent = 0
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1))
    sent = (sent + 1) % bytes.byteLength
  }, 100)
  response.once('close', () => {
    clearInterval(timer)
  })
}

const silent: Attack = (response: ServerResponse) => {
  response.flushHeaders()
}

const mute: Attack = () => undefined

const redirecting: Attack = (response) => {
  response.writeHead(302, { location: 'http://elsewhere.invalid/timestamp.json' }).end()
}

const packed = gzipSync(Buffer.alloc(10_000_000))
const packedBomb: Attack = (response) => {
  response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed)
}

type Play = (scene: Scene) => void

const attack =
  (part: string, how: Attack): Play =>
  ({ server }) =>
    server.attacks.set(part, how)

const attacks: readonly (readonly [string, FeedRefusalCode, RegExp, Play])[] = [
  [
    'a freeze: the timestamp of yesterday',
    'frozen',
    /timestamp\.json expired on .*: somebody holds newer releases back/,
    ({ feed }) => feed.publish({ expires: { timestamp: yesterday } }),
  ],
  [
    'a freeze: an expired snapshot',
    'frozen',
    /snapshot\.json expired/,
    ({ feed }) => feed.publish({ expires: { snapshot: yesterday } }),
  ],
  [
    'a freeze: expired targets',
    'frozen',
    /targets\.json expired/,
    ({ feed }) => feed.publish({ expires: { targets: yesterday } }),
  ],
  [
    'a freeze: an expired root',
    'frozen',
    /signed by keys whose root expired/,
    ({ feed: { repository } }) => {
      repository.rotate(repository.keys, yesterday)
    },
  ],
  [
    'a rollback: the whole repository as it was before',
    'rolled-back',
    /timestamp\.json has the version 1; this reader has seen 2/,
    ({ feed, first }) => {
      replace(feed, first)
    },
  ],
  [
    'a rollback: a newer timestamp that names the old snapshot',
    'rolled-back',
    /timestamp\.json names a snapshot that has the version 1; this reader has seen 2/,
    ({ feed: { repository }, first }) => {
      const snapshot = first.get('metadata/1.snapshot.json') ?? Buffer.of()
      const meta = {
        version: 1,
        length: snapshot.byteLength,
        hashes: { sha256: sha256Hex(snapshot) },
      }
      repository.putTimestamp(meta, 3)
    },
  ],
  [
    'a rollback: newer metadata, signed with all keys, of an older release',
    'rolled-back',
    /The feed is at release 1; this reader has seen release 2/,
    ({ feed: { repository } }) => {
      const other = new MadeUpFeed(repository)
      other.publish()
    },
  ],
  [
    'a rewritten history: another release with the number that was seen',
    'rewritten',
    /has seen release 2 with the digest .*\. In the history of the feed it is another/,
    ({ feed: { repository } }) => {
      const other = new MadeUpFeed(repository)
      other.publish()
      other.publish()
    },
  ],
  [
    'a rewritten history: a later release that comes from elsewhere',
    'rewritten',
    /In the history of the feed it is another/,
    ({ feed: { repository } }) => {
      const other = new MadeUpFeed(repository)
      for (let release = 1; release <= 5; release += 1) other.publish()
    },
  ],
  [
    'a rewritten history: a later release that comes from nowhere',
    'rewritten',
    /In the history of the feed it is missing/,
    ({ feed }) => feed.publish({ index: { previous: { release: 1, digest: 'ab'.repeat(32) } } }),
  ],
  [
    'mix and match: the snapshot of another release',
    'mixed',
    /snapshot\.json has the version 2; timestamp\.json names 3: they are of different releases/,
    ({ feed, server, second }) => {
      feed.publish()
      const old = second.get('metadata/2.snapshot.json') ?? Buffer.of()
      server.attacks.set(
        '3.snapshot.json',
        serving(() => old),
      )
    },
  ],
  [
    'mix and match: the targets of another release',
    'mixed',
    /targets\.json has the version 2; snapshot\.json names 3/,
    ({ feed, server, second }) => {
      feed.publish({ isTerse: true })
      const old = second.get('metadata/2.targets.json') ?? Buffer.of()
      server.attacks.set(
        '3.targets.json',
        serving(() => old),
      )
    },
  ],
  [
    'a wrong key: somebody else signs the timestamp',
    'wrong-key',
    /timestamp\.json is signed by [0-9a-f]+; this reader trusts [0-9a-f]+/,
    ({ feed: { repository } }) => {
      repository.keys = { ...repository.keys, timestamp: [testKey()] }
      repository.commit(new Map(), { mark: {} })
    },
  ],
  [
    'a wrong key: somebody else signs everything, a new root included',
    'wrong-key',
    /root\.json is signed by/,
    ({ feed: { repository } }) => {
      const keys = roleKeys()
      repository.rotate(keys, undefined, keys.root)
      repository.commit(new Map(), { mark: {} })
    },
  ],
  [
    'a wrong key: a new root that the old root does not know',
    'wrong-key',
    /2\.root\.json is signed by/,
    ({ feed: { repository } }) => {
      const keys = { ...repository.keys, root: [testKey()] }
      repository.rotate(keys, undefined, keys.root)
    },
  ],
  [
    'a wrong key: a revoked one',
    'wrong-key',
    /timestamp\.json is signed by/,
    ({ feed }) => {
      const { repository } = feed
      const stolen = repository.keys
      repository.rotate({ ...stolen, timestamp: [testKey()] })
      repository.keys = stolen
      feed.publish()
    },
  ],
  [
    'a root out of its order',
    'mixed',
    /2\.root\.json has the version 3, where 2 follows/,
    ({ feed: { repository } }) => {
      repository.rotate(repository.keys)
      repository.rotate(repository.keys)
      const third = repository.objects.get('metadata/3.root.json') ?? Buffer.of()
      repository.put('metadata/2.root.json', third)
    },
  ],
  [
    'tampered metadata',
    'tampered',
    /timestamp\.json was changed after it was signed/,
    ({ feed, server }) => {
      feed.publish()
      const change = (bytes: Uint8Array) =>
        Buffer.from(Buffer.from(bytes).toString().replace('"version":3', '"version":9'))
      server.attacks.set('timestamp.json', serving(change))
    },
  ],
  [
    'metadata that is none',
    'malformed',
    /timestamp\.json is not TUF/,
    attack('timestamp', flippedText()),
  ],
  ['a tampered item', 'tampered', /one\.json has the digest/, change(flipped)],
  ['a truncated item', 'truncated', /one\.json broke off after \d+ bytes/, change(cutOff)],
  [
    'a truncated item that says it is whole',
    'truncated',
    /one\.json ends after \d+ of its \d+ bytes/,
    change(serving((bytes) => bytes.subarray(0, -5))),
  ],
  ['an endless item', 'endless', /one\.json is longer than the 200000 bytes/, change(endless)],
  ['a small item that unpacks to a huge one', 'endless', /one\.json is longer/, change(packedBomb)],
  [
    'an item that comes byte by byte',
    'slow',
    /one\.json has not come to its end in 1\.2 s/,
    change(trickling),
  ],
  [
    'an item that never comes',
    'slow',
    /one\.json has not come to its end in 0\.4 s/,
    change(silent),
  ],
  [
    'an item that is not there',
    'missing',
    /does not hold us-en\/claims\/one\.json/,
    change(gone()),
  ],
  [
    'an item that is elsewhere',
    'redirected',
    /one\.json sends its reader to http:\/\/elsewhere/,
    change(redirecting),
  ],
  [
    'an endless timestamp',
    'endless',
    /timestamp\.json is longer than the 16384 bytes/,
    attack('timestamp', endless),
  ],
  [
    'a timestamp that never comes',
    'slow',
    /timestamp\.json has not come/,
    attack('timestamp', mute),
  ],
  [
    'a timestamp that is cut off',
    'truncated',
    /timestamp\.json broke off/,
    attack('timestamp', cutOff),
  ],
  [
    'a timestamp that is elsewhere',
    'redirected',
    /timestamp\.json sends its reader/,
    attack('timestamp', redirecting),
  ],
  [
    'an endless snapshot',
    'endless',
    /snapshot\.json is longer/,
    published(attack('3.snapshot', endless)),
  ],
  [
    'a snapshot that is not there',
    'missing',
    /does not hold its metadata\/3\.snapshot/,
    published(attack('3.snapshot', gone())),
  ],
  [
    'targets that are cut off',
    'truncated',
    /targets\.json broke off/,
    published(attack('3.targets', cutOff)),
  ],
  [
    'a signed path that leads out of the folder',
    'malformed',
    /"us-en\/claims\/\.\.\/\.\.\/\.\.\/out\.json" cannot be the path of a feed file/,
    ({ feed }) => {
      feed.put({ kind: 'claim', key: '../../../out', text: 'Out of here.' }).publish()
    },
  ],
  [
    'lists that contradict the signed metadata',
    'mixed',
    /index\.json names another us-en\/index\.json than the signed metadata/,
    ({ feed }) => {
      feed.put({ kind: 'claim', key: 'three', text: 'Three.' })
      const digest = 'ab'.repeat(32)
      const digests = { index: digest, changes: digest, references: digest }
      feed.publish({ index: { channels: [{ key: 'us-en', digests }] } })
    },
  ],
  [
    'something that is signed and is no feed',
    'malformed',
    /is no Citegate release/,
    ({ feed: { repository } }) => {
      repository.commit(new Map([['hello.txt', Buffer.from('Hello.')]]), { mark: {} })
    },
  ],
]

function gone(): Attack {
  return (response) => {
    response.writeHead(404).end()
  }
}

function flippedText(): Attack {
  return serving(() => Buffer.from('<!doctype html><title>Log in to this network</title>'))
}

/** Attacks the file that the next release changes. */
function change(how: Attack): Play {
  return ({ feed, server }) => {
    feed.put({ kind: 'claim', key: 'one', text: 'Changed.' }).publish()
    const name = [...feed.repository.objects.keys()].findLast((each) => claimFile.test(each))
    server.attacks.set(name ?? '', how)
  }
}

function published(play: Play): Play {
  return (scene) => {
    scene.feed.publish()
    play(scene)
  }
}

function replace({ repository }: MadeUpFeed, objects: ReadonlyMap<string, Uint8Array>): void {
  repository.objects.clear()
  for (const [name, bytes] of objects) repository.put(name, bytes)
}

async function scene(): Promise<Scene> {
  const feed = new MadeUpFeed().put(
    { kind: 'claim', key: 'one', text: 'A placeholder.' },
    { kind: 'claim', key: 'two', text: 'Another.' },
  )
  feed.publish()
  const first = new Map(feed.repository.objects)
  feed.put({ kind: 'claim', key: 'two', text: 'Another, again.' }).publish()
  const second = new Map(feed.repository.objects)
  return { feed, first, second, server: await repositoryServer(feed.repository) }
}

async function refusal(pull: Promise<unknown>): Promise<FeedRefused> {
  const error: unknown = await pull.then(
    () => new Error('It was not refused.'),
    (reason: unknown) => reason,
  )
  if (error instanceof FeedRefused) return error
  throw error
}

describe('an attack', () => {
  it.each(attacks)(
    'is refused by its name, and changes nothing: %s',
    async (_, code, message, play) => {
      const attacked = await scene()
      const { server, feed, second } = attacked
      const parent = await temporaryFolder()
      const out = join(parent, 'feed')
      await pullFeed(server.url, out, { limits })
      const before = await folderSnapshot(parent)
      play(attacked)
      const patience = { limits: code === 'slow' ? impatient : limits }
      const { code: found, message: words } = await refusal(pullFeed(server.url, out, patience))
      expect([found, words]).toEqual([code, expect.stringMatching(message)])
      expect(await folderSnapshot(parent)).toEqual(before)
      // What was refused has left nothing behind: once the attack is over, the feed goes on.
      server.attacks.clear()
      replace(feed, second)
      expect(await pullFeed(server.url, out, { limits })).toMatchObject({ release: 2 })
    },
  )

  it('on the first pull leaves no folder to read from', async () => {
    const attacked = await scene()
    const parent = await temporaryFolder()
    change(flipped)(attacked)
    expect((await refusal(pullFeed(attacked.server.url, join(parent, 'feed')))).code).toBe(
      'tampered',
    )
    const left = Object.keys(await folderSnapshot(parent))
    expect(left.sort()).toEqual(['.feed.releases', '.feed.releases/lock'])
  })

  it('with another root is refused by whoever was given the right one', async () => {
    const { feed, server } = await scene()
    const keys = roleKeys()
    const trustedRoot = feed.repository.objects.get('metadata/1.root.json') ?? Buffer.of()
    const other = new MadeUpFeed()
    other.publish()
    replace(feed, other.repository.objects)
    const out = join(await temporaryFolder(), 'feed')
    const { code } = await refusal(pullFeed(server.url, out, { trustedRoot }))
    expect(code).toBe('wrong-key')
    const unsigned = metadata('root', rootOf(trustedRoot), keys.root)
    expect((await refusal(pullFeed(server.url, out, { trustedRoot: unsigned }))).code).toBe(
      'wrong-key',
    )
    expect((await refusal(pullFeed(server.url, out, { trustedRoot: Buffer.from('?') }))).code).toBe(
      'malformed',
    )
  })
})

function rootOf(bytes: Uint8Array): Record<string, unknown> {
  const { signed } = JSON.parse(Buffer.from(bytes).toString()) as {
    signed: Record<string, unknown>
  }
  return signed
}

describe('what was kept', () => {
  it('is followed through a rotation of every key', async () => {
    const { feed, server } = await scene()
    const out = join(await temporaryFolder(), 'feed')
    await pullFeed(server.url, out)
    feed.repository.rotate(roleKeys())
    feed.repository.rotate(roleKeys())
    feed.publish()
    expect(await pullFeed(server.url, out)).toMatchObject({ release: 3, trust: { rootVersion: 1 } })
    feed.publish()
    expect(await pullFeed(server.url, out)).toMatchObject({ release: 4, trust: { rootVersion: 3 } })
  })

  it.each(['citegate.lock.json', '.tuf/timestamp.json', '.tuf/snapshot.json'])(
    'is missed when %s is damaged, for without it nobody can tell an old feed',
    async (name) => {
      const { server } = await scene()
      const out = join(await temporaryFolder(), 'feed')
      await pullFeed(server.url, out)
      await writeFile(join(out, name), '{"signed":')
      const { code, message } = await refusal(pullFeed(server.url, out))
      expect(code).toBe('state-damaged')
      expect(message).toContain('pull again with --root')
    },
  )
})
