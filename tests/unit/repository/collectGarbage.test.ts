import { describe, expect, it } from 'vitest'
import { previousRelease, renderRelease } from '../../../src/feeds/index.ts'
import { collectGarbage, openRelease } from '../../../src/repository/index.ts'
import type { Keys, OpenedRelease } from '../../../src/repository/index.ts'
import { type ReleaseStore, targetName } from '../../../src/store/index.ts'
import { exampleBenefit } from '../../../src/domain/rules/index.ts'
import { feedInput } from '../feeds/exampleFeed.ts'
import { type KeyFolder, keyFolder, publish, today } from './publishing.ts'
import { folderStore } from './stores.ts'

const aDayMs = 24 * 60 * 60 * 1000
const later = (days: number) => new Date(today.getTime() + days * aDayMs)

/** Commits a release of the example world in which one claim says something of its own. */
async function release(
  store: ReleaseStore,
  keys: Keys,
  statement: string,
  now: Date,
): Promise<OpenedRelease> {
  const base = await openRelease(store)
  const bodies = new Map<string, string>()
  const read = async (path: string) => {
    if (base === null) return
    bodies.set(path, Buffer.from(await base.read(path)).toString())
  }
  for (const channel of ['us-en', 'gb-en']) {
    await read(`${channel}/index.json`)
    await read(`${channel}/references.json`)
  }
  await read('index.json')
  const previous = base === null ? undefined : previousRelease((path) => bodies.get(path))
  const input = feedInput({ changed: [exampleBenefit({ key: 'sleep', statement })] }, previous)
  const { files, media } = renderRelease(input)
  const bytes = Object.fromEntries(media.map(({ path }) => [path, 'an image']))
  return publish(
    { store, keys, now },
    { ...bytes, ...Object.fromEntries(files.map(({ path, body }) => [path, body])) },
  )
}

async function namesIn(store: ReleaseStore): Promise<readonly string[]> {
  const names: string[] = []
  for await (const { name } of store.list('')) names.push(name)
  return names
}

async function fourReleases({ keys }: KeyFolder) {
  const store = await folderStore()
  for (const [number, statement] of ['one', 'two', 'three', 'four'].entries()) {
    await release(store, keys, `It said ${statement}.`, later(number))
  }
  return store
}

/** The objects of every file of the current release. */
async function objectsOf(store: ReleaseStore): Promise<readonly string[]> {
  const names: string[] = []
  for await (const [path, { sha256 }] of (await openRelease(store))?.entries() ?? []) {
    names.push(targetName(path, sha256))
  }
  return names
}

const textOf = async (store: ReleaseStore, words: string) => {
  const found: string[] = []
  for (const name of await namesIn(store)) {
    if (!/^targets\/us-en\/.*sleep\.md$/.test(name)) continue
    const text = Buffer.from((await store.read(name)) ?? []).toString()
    if (text.includes(words)) found.push(name)
  }
  return found
}

describe('collecting garbage', () => {
  it('keeps the releases it is told to, whole, and the chain of all', async () => {
    await using folder = await keyFolder()
    const store = await fourReleases(folder)
    const before = await namesIn(store)
    const options = { store, now: later(30), keepReleases: 2, keepDays: 0 }
    const planned = await collectGarbage({ ...options, isDryRun: true })
    expect(await namesIn(store)).toEqual(before)
    const done = await collectGarbage(options)
    expect(done).toEqual(planned)
    expect(done).toMatchObject({ oldest: 3 })
    expect(done.removed).toBeGreaterThan(4)

    const current = await openRelease(store)
    for await (const [path] of current?.entries() ?? []) await current?.read(path)
    expect(await textOf(store, 'It said four.')).toHaveLength(1)
    expect(await textOf(store, 'It said three.')).toHaveLength(1)
    expect(await textOf(store, 'It said two.')).toHaveLength(0)
    const kept = await namesIn(store)
    const indexes = kept.filter((name) => /^targets\/[0-9a-f]+\.index\.json$/.test(name))
    expect(indexes).toHaveLength(4)
    expect(kept.filter((name) => name.endsWith('.targets.json'))).toHaveLength(4)
  })

  it('keeps every file of an earlier release that stays, whatever its form', async () => {
    await using folder = await keyFolder()
    const store = await fourReleases(folder)
    const earlier = await objectsOf(store)
    await release(store, folder.keys, 'It said five.', later(4))
    await collectGarbage({ store, now: later(30), keepReleases: 2, keepDays: 0 })
    expect(earlier.some((name) => name.endsWith('.feed.json'))).toBe(true)
    expect(await namesIn(store)).toEqual(expect.arrayContaining([...earlier]))
  })

  it('keeps releases by their age', async () => {
    await using folder = await keyFolder()
    const store = await fourReleases(folder)
    const done = await collectGarbage({ store, now: later(4), keepReleases: 1, keepDays: 3 })
    expect(done.oldest).toBe(2)
    expect(await textOf(store, 'It said two.')).toHaveLength(1)
    expect(await textOf(store, 'It said one.')).toHaveLength(0)
  })

  it('leaves alone what is younger than a day, and lets a release follow', async () => {
    await using folder = await keyFolder()
    const store = await fourReleases(folder)
    const now = new Date()
    expect(await collectGarbage({ store, now, keepReleases: 1, keepDays: 0 })).toMatchObject({
      removed: 0,
    })
    await collectGarbage({ store, now: later(9), keepReleases: 1, keepDays: 0 })
    const next = await release(store, folder.keys, 'It said one.', later(9))
    expect(next.release).toBe(5)
    expect(await textOf(store, 'It said one.')).toHaveLength(1)
  })

  it('finds nothing in an empty store', async () => {
    const store = await folderStore()
    const options = { store, now: today, keepReleases: 1, keepDays: 0 }
    expect(await collectGarbage(options)).toEqual({ oldest: null, removed: 0, bytes: 0 })
  })
})
