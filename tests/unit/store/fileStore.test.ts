import { chmod, mkdir, readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fileStore, openStore } from '../../../src/store/index.ts'
import { withFileLock } from '../../../src/store/folder/fileLock.ts'
import { describeReleaseStore } from './releaseStoreContract.ts'
import { temporaryFolder } from './temporaryFolder.ts'
import { bytesOf, commitTexts, committed, nameOf, pointerTo, putTexts } from './textRelease.ts'

describeReleaseStore('a folder', async () => {
  const folder = join(await temporaryFolder(), 'store')
  return () => fileStore(folder)
})

describe('a store in a folder', () => {
  it('is what any web server can show: its objects by their names', async () => {
    const folder = await temporaryFolder()
    await commitTexts(fileStore(folder), { 'us-en/a.md': 'one' })
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'lock',
      'metadata',
      'metadata/timestamp.json',
      'targets',
      'targets/us-en',
      nameOf('us-en/a.md', 'one'),
    ])
  })

  it('opens by its path and by its URL', async () => {
    const folder = await temporaryFolder()
    await commitTexts(openStore(folder), { 'a.md': 'one' })
    const store = openStore(pathToFileURL(folder).href)
    expect(store.place).toBe(folder)
    expect(await store.pointer()).not.toBeNull()
    expect(() => openStore('ftp://example.org/store')).toThrow(/ftp:.*names no store/)
  })

  it('writes a target again that has lost its end', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(folder)
    await commitTexts(store, { 'a.md': 'one' })
    await truncate(join(folder, nameOf('a.md', 'one')), 1)
    expect(await commitTexts(store, { 'a.md': 'one', 'b.md': 'b' })).toMatchObject({ written: 2 })
    expect(await store.read(nameOf('a.md', 'one'))).toEqual(bytesOf('one'))
  })

  it('repairs nothing when the commit is refused', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(folder)
    await commitTexts(store, { 'a.md': 'one' })
    await truncate(join(folder, nameOf('a.md', 'one')), 1)
    expect(await commitTexts(store, { 'a.md': 'one' }, null)).toMatchObject({ ok: false })
    expect((await store.read(nameOf('a.md', 'one')))?.byteLength).toBe(1)
  })

  it('removes what a dead publisher has staged, and says so', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(folder)
    await commitTexts(store, { 'a.md': 'one' })
    await mkdir(join(folder, 'staging/dead'), { recursive: true })
    await writeFile(join(folder, 'staging/dead/0.object'), 'half')
    const transaction = await store.begin()
    expect(transaction.healed).toEqual({ removed: 1, wasCommitted: false })
    await transaction.abort()
    expect((await store.begin()).healed).toBeNull()
  })

  it('leaves alone what a living publisher has staged', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(folder)
    const base = await committed(commitTexts(store, { 'a.md': 'one' }))
    const slow = await store.begin()
    await putTexts(slow, { 'a.md': 'slow' })
    const other = await store.begin()
    expect(other.healed).toBeNull()
    await other.abort()
    expect(await slow.commit(pointerTo([nameOf('a.md', 'slow')]), base)).toMatchObject({ ok: true })
    expect(await readdir(folder)).not.toContain('staging')
  })

  it('waits for another publisher, and says who it waits for in the end', async () => {
    const folder = await temporaryFolder()
    const hasty = fileStore(folder, { lockWaitMs: 30 })
    const base = await committed(commitTexts(hasty, { 'a.md': 'one' }))
    const transaction = await hasty.begin()
    await withFileLock(join(folder, 'lock'), 0, async () => {
      const busy = { code: 'store-busy' }
      await expect(hasty.begin()).rejects.toMatchObject(busy)
      await expect(transaction.commit(bytesOf('2'), base)).rejects.toMatchObject(busy)
      expect(await hasty.pointer()).toEqual(base)
    })
    expect(await commitTexts(hasty, { 'a.md': 'two' })).toMatchObject({ ok: true })
  })

  it('writes nothing when it is read', async () => {
    const folder = await temporaryFolder()
    const store = fileStore(join(folder, 'store'))
    await store.pointer()
    await store.read(nameOf('a.md', 'a'))
    for await (const object of store.list('')) expect.fail(`It holds ${object.name}.`)
    expect(await readdir(folder)).toEqual([])
  })

  it('says that it may not be written to, and what to do', async () => {
    const folder = join(await temporaryFolder(), 'store')
    await writeFile(folder, 'a file where the folder should be')
    await expect(fileStore(folder).begin()).rejects.toThrow(/EEXIST|ENOTDIR/)
    if (process.getuid?.() === 0) return
    const closed = await temporaryFolder()
    await chmod(closed, 0o500)
    await expect(fileStore(join(closed, 'store')).begin()).rejects.toMatchObject({
      code: 'store-refused',
      message: /may not be written to.*publish again/,
    })
  })
})
