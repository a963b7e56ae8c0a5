import { rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import {
  keyStatus,
  openKeys,
  openRelease,
  renewMetadata,
  revokeKey,
  rotateKey,
  type RoleName,
} from '../../../src/repository/index.ts'
import type { ReleaseStore } from '../../../src/store/index.ts'
import { keyFolder, manyItems, publish, today } from './publishing.ts'
import { memoryStore, type MemoryStore } from './stores.ts'
import { tufSite } from './tufClient.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A store as it was after each object that became visible in it. */
function watched(store: MemoryStore): ReleaseStore & { readonly moments: MemoryStore[] } {
  const moments: MemoryStore[] = []
  const remember = (): void => {
    const moment = memoryStore()
    for (const [name, body] of store.objects) moment.objects.set(name, body)
    moments.push(moment)
  }
  return {
    ...store,
    moments,
    begin: async () => {
      const transaction = await store.begin()
      return {
        ...transaction,
        put: async (name, body) => {
          const outcome = await transaction.put(name, body)
          remember()
          return outcome
        },
        commit: async (pointer, expected) => {
          const outcome = await transaction.commit(pointer, expected)
          remember()
          return outcome
        },
      }
    },
  }
}

it.each<[RoleName, number]>([
  ['timestamp', 3],
  ['snapshot', 3],
  ['targets', 3],
  ['targets', 1100],
  ['root', 3],
])(
  'rotates the %s key, of %i items, without a moment in which a reader fails',
  async (role, size) => {
    await using folder = await keyFolder()
    const { keys } = folder
    const store = memoryStore()
    await publish({ store, keys }, manyItems(size))
    await using site = await tufSite(store)
    const before = await site.client()
    await before.refresh()
    const seen = watched(store)
    await rotateKey({ store: seen, keys, role, now: today })
    // Of many bins a few will do.
    const moments = seen.moments.filter(
      (_, at) => at < 4 || at > seen.moments.length - 5 || at % 16 === 0,
    )
    for (const moment of moments) {
      // One reader comes at this moment, another has looked for a new root at the first.
      for (const earlier of [moment, moments[0] ?? moment]) {
        site.serve({
          pointer: () => moment.pointer(),
          read: (name) => (name.endsWith('.root.json') ? earlier : moment).read(name),
        })
        const reader = await before.copy()
        expect(await reader.get('us-en/claims/claim-1.json')).toBe('{"claim":1}')
      }
      expect(await (await site.client()).get('index.json')).toBe('{}')
    }
    site.serve(store)
    await publish({ store, keys }, { 'index.json': 'after' })
    expect(await before.get('index.json')).toBe('after')
  },
)

it('signs with the new key only, once an hour has passed', async () => {
  await using folder = await keyFolder()
  const { keys } = folder
  const store = memoryStore()
  await publish({ store, keys }, manyItems(3))
  const { replaced, made } = await rotateKey({ store, keys, role: 'timestamp', now: today })
  const idsIn = async (): Promise<readonly string[]> => {
    const pointer = await store.pointer()
    const { signatures } = JSON.parse(Buffer.from(pointer?.bytes ?? []).toString()) as {
      signatures: readonly { keyid: string }[]
    }
    return signatures.map(({ keyid }) => keyid)
  }
  expect((await idsIn()).toSorted()).toEqual(
    [...replaced, ...made].map(({ keyid }) => keyid).toSorted(),
  )
  const later = new Date(today.getTime() + 2 * hourMs)
  await publish({ store, keys, now: later }, { 'index.json': 'later' })
  expect(await idsIn()).toEqual(made.map(({ keyid }) => keyid))
  const { keys: standings } = await keyStatus(store, keys, later)
  expect(standings.find(({ keyid }) => keyid === replaced[0]?.keyid)?.state).toBe('replaced')
})

it('refuses to change keys without a root key, and makes none', async () => {
  await using folder = await keyFolder()
  await using away = await keyFolder()
  const store = memoryStore()
  const { keys } = folder
  await publish({ store, keys }, manyItems(3))
  const withoutRoot = {
    folder: folder.folder,
    read: async () => (await keys.read()).filter(({ role }) => role !== 'root'),
  }
  const before = await keys.read()
  for (const each of [withoutRoot, away.keys]) {
    const change = rotateKey({ store, keys: each, role: 'targets', now: today })
    await expect(change).rejects.toMatchObject({ code: 'key-away' })
  }
  expect(await keys.read()).toHaveLength(before.length)
  expect(await openRelease(store)).toMatchObject({ version: 1 })
  await publish({ store, keys: withoutRoot }, { 'index.json': 'without root' })
})

it('finishes a rotation that was cut off with the key it had made', async () => {
  await using folder = await keyFolder()
  const { keys } = folder
  const store = memoryStore()
  await publish({ store, keys }, manyItems(3))
  const cutOff: ReleaseStore = {
    ...store,
    begin: async () => {
      const transaction = await store.begin()
      return {
        ...transaction,
        put: (name, body) =>
          name.endsWith('root.json')
            ? Promise.reject(new Error('cut off'))
            : transaction.put(name, body),
      }
    },
  }
  const change = { keys, role: 'snapshot', now: today } as const
  await expect(rotateKey({ ...change, store: cutOff })).rejects.toThrow('cut off')
  const held = await keys.read()
  await publish({ store, keys }, { 'index.json': 'in between' })
  await rotateKey({ ...change, store })
  expect(await keys.read()).toHaveLength(held.length)
  await using site = await tufSite(store)
  expect(await (await site.client()).get('index.json')).toBe('in between')
})

it('revokes a lost key again after a bucket was left with the new root and the old timestamp', async () => {
  await using folder = await keyFolder()
  const { keys } = folder
  const store = memoryStore()
  await publish({ store, keys }, manyItems(3))
  const [lost] = (await keys.read()).filter(({ role }) => role === 'timestamp')
  await rm(lost?.file ?? '')
  const cutOff: ReleaseStore = {
    ...store,
    begin: async () => ({
      ...(await store.begin()),
      commit: () => Promise.reject(new Error('cut off')),
    }),
  }
  const change = { keys, role: 'timestamp', now: today } as const
  await expect(revokeKey({ ...change, store: cutOff })).rejects.toThrow('cut off')
  await expect(openRelease(store)).rejects.toMatchObject({ code: 'metadata-damaged' })
  // Somebody with the revoked key cannot use the same way in later.
  const late = new Date(today.getTime() + 2 * dayMs)
  await expect(revokeKey({ ...change, store, now: late })).rejects.toMatchObject({
    code: 'metadata-damaged',
  })
  expect(await revokeKey({ ...change, store })).toMatchObject({ root: 3 })
  await using site = await tufSite(store)
  expect(await (await site.client()).get('index.json')).toBe('{}')
})

it.each<[string, number, readonly RoleName[]]>([
  ['nothing after a day', 1, []],
  ['timestamp after two days', 2, ['timestamp']],
  ['snapshot after 20 days', 20, ['snapshot', 'timestamp']],
  ['everything after 200 days', 200, ['root', 'targets', 'snapshot', 'timestamp']],
])('renews %s', async (_, days, roles) => {
  await using folder = await keyFolder()
  const { keys } = folder
  const store = memoryStore()
  const then = new Date(today.getTime() - days * dayMs)
  await publish({ store, keys, now: then }, manyItems(3))
  const { renewed, blocked, validUntil } = await renewMetadata({ store, keys, now: today })
  expect({ renewed, blocked }).toEqual({ renewed: roles, blocked: [] })
  expect(validUntil?.getTime()).toBeGreaterThan(today.getTime() + 1.4 * dayMs)
  expect(await renewMetadata({ store, keys, now: today })).toMatchObject({ renewed: [] })
  await using site = await tufSite(store)
  expect(await (await site.client()).get('index.json')).toBe('{}')
})

it('renews only the bins that are due', async () => {
  await using folder = await keyFolder()
  const { keys } = folder
  const store = memoryStore()
  const daysAgo = (days: number): Date => new Date(today.getTime() - days * dayMs)
  await publish({ store, keys, now: daysAgo(200) }, manyItems(1100))
  await publish({ store, keys, now: daysAgo(10) }, { 'us-en/claims/claim-1.json': 'newer' })
  await renewMetadata({ store, keys, now: today })
  const written = [...store.objects.keys()].filter((name) => name.includes('/3.bin-'))
  expect(written).toHaveLength(31)
  await using site = await tufSite(store)
  const client = await site.client()
  expect(await client.get('us-en/claims/claim-1.json')).toBe('newer')
  expect(await client.get('us-en/claims/claim-2.json')).toBe('{"claim":2}')
  const { expires } = (await openRelease(store)) ?? {}
  expect(expires?.targets.getTime()).toBeCloseTo(daysAgo(10).getTime() + 365 * dayMs, -4)
})

it('renews what it can, and says in time what it cannot', async () => {
  await using folder = await keyFolder()
  const { keys } = folder
  const store = memoryStore()
  const then = new Date(today.getTime() - 200 * dayMs)
  await publish({ store, keys, now: then }, manyItems(3))
  const held = await keys.read()
  const away = (...roles: readonly RoleName[]): typeof keys => ({
    folder: folder.folder,
    read: () => Promise.resolve(held.filter(({ role }) => !roles.includes(role))),
  })
  expect(await renewMetadata({ store, keys: away('timestamp'), now: today })).toMatchObject({
    renewed: [],
    blocked: [{ role: 'root' }, { role: 'targets' }, { role: 'snapshot' }, { role: 'timestamp' }],
  })
  expect(await renewMetadata({ store, keys: away('root'), now: today })).toMatchObject({
    renewed: ['targets', 'snapshot', 'timestamp'],
    blocked: [
      {
        role: 'root',
        reason: 'key-away',
        message: expect.stringContaining('--root-key') as string,
      },
    ],
  })
  const { warnings } = await keyStatus(store, away('root'), today)
  expect(warnings).toEqual([expect.stringContaining('npm run keys -- renew --root-key FILE')])
  const files = held.filter(({ role }) => role === 'root').map(({ file }) => file)
  const brought = openKeys(folder.folder, { rootKeyFiles: files })
  expect(await renewMetadata({ store, keys: brought, now: today })).toMatchObject({
    renewed: ['root'],
    blocked: [],
  })
})

it('renews nothing where there is nothing', async () => {
  await using folder = await keyFolder()
  expect(await renewMetadata({ store: memoryStore(), keys: folder.keys, now: today })).toEqual({
    renewed: [],
    blocked: [],
    validUntil: null,
  })
})
