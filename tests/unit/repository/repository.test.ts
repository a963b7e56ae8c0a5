import { describe, expect, it } from 'vitest'
import { beginRelease, openRelease } from '../../../src/repository/index.ts'
import { countingReads, folderStore, memoryStore } from './stores.ts'
import { contentOf, keyFolder, manyItems, pathsOf, publish, today } from './publishing.ts'
import { tufSite } from './tufClient.ts'

describe.each([
  ['without bins', 3, memoryStore],
  ['with bins', 1100, memoryStore],
  ['without bins in a folder', 3, folderStore],
  ['with bins in a folder', 1100, folderStore],
])('a release %s', (_, size, newStore) => {
  it('is what tuf-js reads, after each change', async () => {
    await using folder = await keyFolder()
    const store = await newStore()
    const { keys } = folder
    await publish({ store, keys }, manyItems(size))
    await using site = await tufSite(store)
    const client = await site.client()
    expect(await client.get('us-en/claims/claim-2.json')).toBe('{"claim":2}')
    expect(await client.get('index.json')).toBe('{}')
    expect(await client.get('us-en/claims/no-such.json')).toBeUndefined()

    await publish(
      { store, keys },
      {
        'us-en/claims/claim-2.json': 'changed',
        'us-en/claims/claim-1.json': null,
        'index.json': '2',
      },
    )
    expect(await client.get('us-en/claims/claim-2.json')).toBe('changed')
    expect(await client.get('us-en/claims/claim-1.json')).toBeUndefined()
    expect(await client.get('us-en/claims/claim-0.json')).toBe('{"claim":0}')
    expect(await client.get('index.json')).toBe('2')
  })

  it('reads back, opened anew or since another', async () => {
    await using folder = await keyFolder()
    const store = await newStore()
    const { keys } = folder
    const first = await publish({ store, keys }, manyItems(size))
    expect(await contentOf(first)).toEqual(manyItems(size))
    const second = await publish({ store, keys }, { 'us-en/claims/claim-2.json': 'changed' }, first)
    const expected = { ...manyItems(size), 'us-en/claims/claim-2.json': 'changed' }
    expect(await contentOf(second)).toEqual(expected)
    const anew = await openRelease(store)
    if (anew === null) throw new Error('There is a release.')
    expect(await contentOf(anew)).toEqual(expected)
    const watched = countingReads(store)
    const since = await openRelease(watched, { since: first })
    if (since === null) throw new Error('There is a release.')
    expect(await pathsOf(since)).toHaveLength(size + 1)
    expect(watched.reads.filter((name) => name.includes('.bin-')).length).toBeLessThan(2)
    expect(since).toMatchObject({ release: 2, version: 2, targets: size + 1 })
    expect(since.previous).toMatchObject({ release: 1, version: 1 })
    expect(anew.digest).toBe((await anew.find('index.json'))?.sha256)
  })
})

it('lets clients follow when bins are split and when they are joined again', async () => {
  await using folder = await keyFolder()
  const store = memoryStore()
  const { keys } = folder
  await publish({ store, keys }, manyItems(10))
  await using site = await tufSite(store)
  const client = await site.client()
  for (const size of [10, 1200, 5000, 1200, 10]) {
    await publish({ store, keys, startsEmpty: true }, manyItems(size))
    expect(await client.get('us-en/claims/claim-7.json')).toBe('{"claim":7}')
    const beyond = `us-en/claims/claim-${String(size)}.json`
    expect(await client.get(beyond)).toBeUndefined()
  }
})

it('refuses a second publisher whose base is no longer current', async () => {
  await using folder = await keyFolder()
  const store = memoryStore()
  const { keys } = folder
  const base = await publish({ store, keys }, manyItems(2))
  const options = { store, keys, base, now: today, startsEmpty: false }
  const [one, other] = [await beginRelease(options), await beginRelease(options)]
  await one.put('index.json', Buffer.from('one'))
  await other.put('index.json', Buffer.from('other'))
  expect(await one.commit({ release: 2, auditHead: null })).toMatchObject({ ok: true })
  expect(await other.commit({ release: 2, auditHead: null })).toMatchObject({
    ok: false,
    reason: 'conflict',
  })
  expect((await openRelease(store))?.release).toBe(2)
})

it('takes the next version where a publisher that died has left files of this one', async () => {
  await using folder = await keyFolder()
  const store = memoryStore()
  const { keys } = folder
  await publish({ store, keys }, manyItems(2))
  store.objects.set('metadata/2.targets.json', Buffer.from('left'))
  store.objects.set('metadata/3.snapshot.json', Buffer.from('left'))
  const release = await publish({ store, keys }, { 'index.json': '2' })
  expect(release.version).toBe(4)
  await using site = await tufSite(store)
  expect(await (await site.client()).get('index.json')).toBe('2')
})
