import { expect, it } from 'vitest'
import { beginRelease, createKeys, openKeys, openRelease } from '../../../src/repository/index.ts'
import { memoryStore, type MemoryStore } from './stores.ts'
import { keyFolder, manyItems, publish, today } from './publishing.ts'

async function damagedBy(damage: (store: MemoryStore) => void, size = 3): Promise<unknown> {
  await using folder = await keyFolder()
  const { keys } = folder
  const store = memoryStore()
  await publish({ store, keys }, manyItems(size))
  damage(store)
  try {
    const release = await openRelease(store)
    for await (const [path] of release?.entries() ?? []) await release?.read(path)
    return 'whole'
  } catch (error) {
    return error
  }
}

function change(store: MemoryStore, name: string, from: string, to: string): void {
  const text = Buffer.from(store.objects.get(name) ?? []).toString()
  expect(text).toContain(from)
  store.objects.set(name, Buffer.from(text.replace(from, to)))
}

it.each<[string, (store: MemoryStore) => void, string, number?]>([
  [
    'a root whose expiry was changed',
    (store) => {
      change(store, 'metadata/1.root.json', '"expires":"2', '"expires":"3')
    },
    'metadata/1.root.json in memory is not signed by enough of the root keys',
  ],
  [
    'a timestamp with another version',
    (store) => {
      change(store, 'metadata/timestamp.json', '"version":1}', '"version":2}')
    },
    'metadata/timestamp.json in memory is not signed by the timestamp keys that root 1 names',
  ],
  [
    'a snapshot that was cut off',
    (store) => {
      const bytes = store.objects.get('metadata/1.snapshot.json') ?? Buffer.of()
      store.objects.set('metadata/1.snapshot.json', bytes.subarray(0, 100))
    },
    'metadata/1.snapshot.json in memory has 100 bytes instead of',
  ],
  [
    'targets.json that is gone',
    (store) => {
      store.objects.delete('metadata/1.targets.json')
    },
    'metadata/1.targets.json in memory is missing',
  ],
  [
    'a bin that says something else',
    (store) => {
      change(store, 'metadata/1.bin-1f.json', '"length":', '"length":1')
    },
    'metadata/1.bin-1f.json in memory is not signed by the keys that targets.json names for it',
    1100,
  ],
  [
    'a timestamp that is no JSON',
    (store) => {
      store.objects.set('metadata/timestamp.json', Buffer.from('<html>'))
    },
    'metadata/timestamp.json in memory is not JSON',
  ],
])('names %s', async (_, damage, message, size) => {
  expect(await damagedBy(damage, size)).toMatchObject({
    code: 'metadata-damaged',
    message: expect.stringContaining(message) as string,
  })
})

it('names a target whose bytes are others', async () => {
  const error = await damagedBy((store) => {
    for (const name of store.objects.keys()) {
      if (name.endsWith('.claim-1.json')) store.objects.set(name, Buffer.from('forged'))
    }
  })
  expect(error).toMatchObject({ code: 'target-damaged' })
})

it('refuses metadata that other keys have signed', async () => {
  await using ours = await keyFolder()
  await using theirs = await keyFolder()
  const store = memoryStore()
  const forged = memoryStore()
  await publish({ store, keys: ours.keys }, manyItems(3))
  await publish({ store: forged, keys: theirs.keys }, manyItems(3))
  const root = store.objects.get('metadata/1.root.json') ?? Buffer.of()
  for (const [name, body] of forged.objects) store.objects.set(name, body)
  store.objects.set('metadata/1.root.json', root)
  await expect(openRelease(store)).rejects.toMatchObject({ code: 'metadata-damaged' })
})

it('says which key is missing before it writes anything', async () => {
  await using folder = await keyFolder()
  await using other = await keyFolder()
  const store = memoryStore()
  await publish({ store, keys: folder.keys }, manyItems(1))
  const before = store.objects.size
  await expect(publish({ store, keys: other.keys }, { 'index.json': '2' })).rejects.toMatchObject({
    code: 'key-missing',
    message: expect.stringContaining('npm run keys -- revoke --role targets') as string,
  })
  expect(store.objects.size).toBe(before)
})

it('refuses a number that is used, a path that climbs and a release without an index', async () => {
  await using folder = await keyFolder()
  const { keys } = folder
  const store = memoryStore()
  await expect(publish({ store, keys }, { 'a.json': '' })).rejects.toThrow('index.json')
  const first = await publish({ store, keys }, manyItems(1))
  await expect(publish({ store, keys }, { '../a.json': '' })).rejects.toMatchObject({
    code: 'bad-name',
  })
  const draft = await beginRelease({ store, keys, base: first, now: today, startsEmpty: false })
  await expect(draft.commit({ release: 1, auditHead: null })).rejects.toMatchObject({
    code: 'release-used',
  })
})

it('makes each key once, for its owner only', async () => {
  await using folder = await keyFolder()
  expect(await createKeys(openKeys(folder.folder), today)).toEqual([])
  const held = await folder.keys.read()
  expect(held.map(({ role }) => role).sort()).toEqual([
    'root',
    'root',
    'snapshot',
    'targets',
    'timestamp',
  ])
})
