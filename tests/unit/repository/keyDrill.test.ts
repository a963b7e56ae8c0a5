import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  createKeys,
  keyStatus,
  openKeys,
  type Keys,
  type SigningKey,
} from '../../../src/repository/index.ts'
import { fileStore, type ReleaseStore } from '../../../src/store/index.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { publish, today } from './publishing.ts'
import { forgedRoot, forgery } from './thief.ts'
import { tufSite, type TufClient, type TufSite } from './tufClient.ts'

/** Follows docs/operations.md to the letter, as somebody would in the night when it happens. */
const chapter = await readFile('docs/operations.md', 'utf8')

function stepsOf(title: string): readonly string[] {
  const [, section = ''] = chapter.split(`\n#### ${title}\n`)
  const [, block = ''] = /```sh\n([^`]*)```/.exec(section.split('\n#### ')[0] ?? '') ?? []
  return block.split('\n').filter((line) => line !== '')
}

interface Installation {
  readonly dataDir: string
  readonly store: ReleaseStore
  readonly keys: Keys
  /** The two root keys, where they were moved to. */
  readonly rootKeys: readonly SigningKey[]
}

/** A publisher with a first release, whose root keys were moved away as the chapter says. */
async function installation(): Promise<Installation> {
  const dataDir = await temporaryFolder()
  const keys = openKeys(join(dataDir, 'keys'))
  const store = fileStore(join(dataDir, 'store'))
  await createKeys(keys, today)
  await publish({ store, keys }, { 'index.json': 'first', 'us-en/claims/a.json': 'a' })
  const away = join(dataDir, 'away')
  await mkdir(away)
  const rootKeys = (await keys.read()).filter(({ role }) => role === 'root')
  const moved = rootKeys.map(async (key) => {
    const file = join(away, basename(key.file))
    await rename(key.file, file)
    return { ...key, file }
  })
  return { dataDir, store, keys, rootKeys: await Promise.all(moved) }
}

async function follow(
  { dataDir, store, keys }: Installation,
  steps: readonly string[],
  { rootKey, id = '' }: { readonly rootKey: string; readonly id?: string },
): Promise<void> {
  expect(steps.length).toBeGreaterThan(0)
  for (const step of steps) {
    if (step === 'npm run feeds:publish') {
      await publish({ store, keys, startsEmpty: true }, { 'index.json': 'after the theft' })
      continue
    }
    const [, given = ''] = /^npm run keys -- (.*)$/.exec(step) ?? []
    const filled = given.split(' ').map((word) => ({ FILE: rootKey, ID: id })[word] ?? word)
    // Fails when the command does not exit 0.
    await promisify(execFile)(process.execPath, ['scripts/keys.ts', ...filled], {
      env: { NODE_ENV: 'production', DATA_DIR: dataDir },
    })
  }
  expect((await keyStatus(store, keys, new Date())).warnings).toEqual([])
}

const onlineRoles = ['timestamp', 'snapshot', 'targets'] as const

describe.each(onlineRoles)('%s', (role) => {
  it('lost: readers follow to the new key, and releases go on', async () => {
    const place = await installation()
    const { store, keys, rootKeys } = place
    await using site = await tufSite(store)
    const client = await site.client()
    expect(await client.get('index.json')).toBe('first')
    const lost = (await keys.read()).filter((key) => key.role === role)
    for (const { file } of lost) await rm(file)
    await expect(publish({ store, keys }, { 'index.json': 'no' })).rejects.toMatchObject({
      code: 'key-missing',
    })
    await follow(place, stepsOf(`${role} lost`), { rootKey: rootKeys[0]?.file ?? '' })
    expect(await client.get('us-en/claims/a.json')).toBe('a')
    await publish({ store, keys }, { 'index.json': 'second' })
    expect(await client.get('index.json')).toBe('second')
    expect(await (await site.client()).get('index.json')).toBe('second')
  })

  it('stolen: readers that believed the thief come back, and refuse the thief from then on', async () => {
    const place = await installation()
    const { store, keys, rootKeys } = place
    const stolen = (await keys.read()).filter((key) =>
      onlineRoles.slice(0, onlineRoles.indexOf(role) + 1).some((each) => each === key.role),
    )
    await using site = await tufSite(store)
    const client = await site.client()
    await client.refresh()
    const untouched = await client.copy()

    site.serve(await forgery(store, stolen, 1_000_000))
    expect(await client.get('index.json')).toBe(role === 'targets' ? 'forged' : 'first')
    expect((await client.remembered('timestamp')).signed.version).toBe(1_000_000)

    site.serve(store)
    await expect(client.refresh()).rejects.toThrow('less than current version')
    await follow(place, stepsOf(`${role} stolen`), { rootKey: rootKeys[0]?.file ?? '' })
    for (const each of [client, untouched, await site.client()]) {
      expect(await each.get('index.json')).toBe('after the theft')
      await refuses(site, each, await forgery(store, stolen, 2_000_000))
      site.serve(store)
      expect(await each.get('index.json')).toBe('after the theft')
    }
    const left = (await keys.read()).map(({ keyid }) => keyid)
    expect(stolen.filter(({ keyid }) => left.includes(keyid))).toEqual([])
  })
})

describe('root', () => {
  it('lost: the spare replaces it, and readers follow', async () => {
    const place = await installation()
    const { store, keys, rootKeys } = place
    const [lost, spare] = rootKeys
    if (lost === undefined || spare === undefined) throw new Error('There are two root keys.')
    await using site = await tufSite(store)
    const client = await site.client()
    await client.refresh()
    await rm(lost.file)
    await follow(place, stepsOf('root lost'), { rootKey: spare.file, id: lost.keyid.slice(0, 8) })
    await publish({ store, keys }, { 'index.json': 'second' })
    expect(await client.get('index.json')).toBe('second')
    expect((await client.remembered('root')).signed.version).toBe(2)
    site.serve(await forgedRoot(store, [lost], 3))
    await expect(client.refresh()).rejects.toThrow()
  })

  it('stolen: readers that met the new root refuse what the stolen key signs', async () => {
    const place = await installation()
    const { store, keys, rootKeys } = place
    const [stolen, spare] = rootKeys
    if (stolen === undefined || spare === undefined) throw new Error('There are two root keys.')
    await using site = await tufSite(store)
    const client = await site.client()
    await client.refresh()
    const copied = join(place.dataDir, 'copied.pem')
    await copyFile(stolen.file, copied)
    const id = stolen.keyid.slice(0, 8)
    await follow(place, stepsOf('root stolen'), { rootKey: spare.file, id })
    expect(await client.get('index.json')).toBe('after the theft')
    const { version } = (await client.remembered('root')).signed
    expect(version).toBe(3)
    await refuses(site, client, await forgedRoot(store, [stolen], version + 1))
    site.serve(store)
    await publish({ store, keys }, { 'index.json': 'second' })
    expect(await client.get('index.json')).toBe('second')
  })
})

async function refuses(
  site: TufSite,
  client: TufClient,
  forged: Pick<ReleaseStore, 'read' | 'pointer'>,
): Promise<void> {
  site.serve(forged)
  await expect(client.get('index.json')).rejects.toThrow()
}
