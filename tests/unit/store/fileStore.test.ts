import { cp, mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileStore, sha256Hex } from '../../../src/store/index.ts'
import { withFileLock } from '../../../src/store/fileLock.ts'
import { describeReleaseStore, releaseOf } from './releaseStoreContract.ts'
import { temporaryFolder } from './temporaryFolder.ts'

describeReleaseStore('a folder', async () => fileStore(join(await temporaryFolder(), 'store')))

function blobOf(folder: string, text: string): string {
  const sha256 = sha256Hex(Buffer.from(text))
  return join(folder, 'blobs', 'sha256', sha256.slice(0, 2), sha256)
}

describe('a store in a folder', () => {
  it('lays out blobs by digest, manifests by number, and one pointer', async () => {
    const folder = await temporaryFolder()
    await fileStore(folder).commit(releaseOf({ 'a.txt': 'one' }, null))
    const sha256 = sha256Hex(Buffer.from('one'))
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'blobs',
      'blobs/sha256',
      `blobs/sha256/${sha256.slice(0, 2)}`,
      `blobs/sha256/${sha256.slice(0, 2)}/${sha256}`,
      'current.json',
      'lock',
      'releases',
      'releases/1.json',
    ])
  })

  it('does not give out a blob whose bytes have changed', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(folder)
    await store.commit(releaseOf({ 'a.txt': 'one' }, null))
    await writeFile(blobOf(folder, 'one'), 'eno')
    await expect(store.read(sha256Hex(Buffer.from('one')))).rejects.toMatchObject({
      code: 'blob-damaged',
    })
  })

  it('writes a blob again that has lost its end', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(folder)
    await store.commit(releaseOf({ 'a.txt': 'one' }, null))
    await truncate(blobOf(folder, 'one'), 1)
    expect(await store.commit(releaseOf({ 'a.txt': 'one' }, 1))).toMatchObject({ written: 1 })
    expect(Buffer.from(await store.read(sha256Hex(Buffer.from('one')))).toString()).toBe('one')
  })

  it('does not give out a manifest that is not the one asked for', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(folder)
    await store.commit(releaseOf({ 'a.txt': 'one' }, null))
    await expect(store.manifest(1, '0'.repeat(64))).rejects.toMatchObject({
      code: 'manifest-damaged',
    })
    await cp(join(folder, 'releases/1.json'), join(folder, 'releases/7.json'))
    await expect(store.manifest(7)).rejects.toMatchObject({ code: 'manifest-damaged' })
    await writeFile(join(folder, 'releases/1.json'), '{"format":1}')
    await expect(store.manifest(1)).rejects.toMatchObject({ code: 'manifest-damaged' })
  })

  it.each(['', '{}', '{"release":0,"manifest":"x"}', '\xff'])(
    'says that a pointer reading %j is damaged',
    async (text) => {
      const folder = await temporaryFolder()
      const store = fileStore(folder)
      await store.commit(releaseOf({ 'a.txt': 'one' }, null))
      await writeFile(join(folder, 'current.json'), text, 'latin1')
      await expect(store.current()).rejects.toMatchObject({ code: 'pointer-damaged' })
      await expect(store.commit(releaseOf({}, 1))).rejects.toMatchObject({
        code: 'pointer-damaged',
      })
    },
  )

  it('does not use a number again after the pointer was lost or taken back', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(folder)
    const pointer = join(folder, 'current.json')
    await store.commit(releaseOf({ 'a.txt': 'one' }, null))
    await cp(pointer, join(folder, 'older.json'))
    await store.commit(releaseOf({ 'a.txt': 'two' }, 1))
    await cp(join(folder, 'older.json'), pointer)
    await expect(store.commit(releaseOf({ 'a.txt': 'other' }, 1))).rejects.toMatchObject({
      code: 'pointer-behind',
    })
    await rm(pointer)
    await expect(store.commit(releaseOf({ 'a.txt': 'other' }, null))).rejects.toMatchObject({
      code: 'pointer-behind',
    })
    expect(await store.releases()).toEqual([1, 2])
  })

  it('removes what an interrupted commit has staged, and says so', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(folder)
    await store.commit(releaseOf({ 'a.txt': 'one' }, null))
    await mkdir(join(folder, 'staging'))
    await writeFile(join(folder, 'staging', '0'.repeat(64)), 'half')
    expect(await store.commit(releaseOf({ 'a.txt': 'two' }, 1))).toMatchObject({
      release: 2,
      healed: { release: null, wasCommitted: false, removed: 1 },
    })
    expect(await readdir(folder)).not.toContain('staging')
  })

  it('waits for another publisher, and says who it waits for in the end', async () => {
    const folder = await temporaryFolder()
    const patient = fileStore(folder)
    const hasty = fileStore(folder, { lockWaitMs: 30 })
    await patient.commit(releaseOf({ 'a.txt': 'one' }, null))
    await withFileLock(join(folder, 'lock'), 0, async () => {
      await expect(hasty.commit(releaseOf({}, 1))).rejects.toMatchObject({ code: 'store-busy' })
      expect((await hasty.current())?.release).toBe(1)
    })
    expect(await hasty.commit(releaseOf({}, 1))).toMatchObject({ ok: true, release: 2 })
  })

  it('writes nothing when it is read', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(join(folder, 'store'))
    expect([await store.current(), await store.releases(), await store.manifest(1)]).toEqual([
      null,
      [],
      null,
    ])
    expect(await readdir(folder)).toEqual([])
  })
})
