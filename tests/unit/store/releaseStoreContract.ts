import { describe, expect, it } from 'vitest'
import {
  type Pointer,
  type ReleaseStore,
  metadataName,
  pointerName,
  sha256Hex,
  targetName,
} from '../../../src/store/index.ts'
import {
  bytesOf,
  commitTexts,
  committed,
  missingFrom,
  nameOf,
  namesIn,
  objectsIn,
  pointerTo,
  putTexts,
  textOf,
} from './textRelease.ts'

const future = (): Date => new Date(Date.now() + 3_600_000)
const nothing = (): boolean => false
/** One store gives Buffers, another gives plain arrays. */
const plain = (pointer: Pointer | null | undefined) =>
  pointer && { text: textOf(pointer.bytes), tag: pointer.tag }

/**
 * What every store has to do, whatever it keeps its objects in. `makeStore` gives an empty one and
 * a way to open it once more.
 */
export function describeReleaseStore(
  name: string,
  makeStore: () => Promise<() => ReleaseStore>,
  moreThanAPage = 1_100,
): void {
  const emptyStore = async (): Promise<ReleaseStore> => (await makeStore())()

  describe(`${name} as a release store`, () => {
    it('is empty before the first commit', async () => {
      const store = await emptyStore()
      expect(await store.pointer()).toBeNull()
      expect(await store.read(metadataName('root', 1))).toBeNull()
      expect(await namesIn(store)).toEqual([])
    })

    it('gives back what was committed, byte for byte', async () => {
      const open = await makeStore()
      const image = Uint8Array.from({ length: 256 }, (_, index) => index)
      const picture = targetName('media/picture.png', sha256Hex(image))
      const transaction = await open().begin()
      expect(transaction.healed).toBeNull()
      expect(await transaction.put(picture, image)).toBe('new')
      expect(await transaction.put(metadataName('targets', 7), bytesOf('{}'))).toBe('new')
      expect(await transaction.put(nameOf('empty.md', ''), bytesOf(''))).toBe('new')
      const outcome = await transaction.commit(bytesOf('{"version":7}'), null)
      expect(outcome).toMatchObject({ ok: true, written: 3 })
      const store = open()
      expect(plain(await store.pointer())).toEqual(plain(await committed(outcome)))
      expect(textOf((await store.pointer())?.bytes ?? null)).toBe('{"version":7}')
      expect(Buffer.from((await store.read(picture)) ?? [])).toEqual(Buffer.from(image))
      expect(textOf(await store.read('metadata/7.targets.json'))).toBe('{}')
      expect(textOf(await store.read(nameOf('empty.md', '')))).toBe('')
    })

    it('lists what it holds by the start of its name, the pointer left out', async () => {
      const store = await emptyStore()
      const transaction = await store.begin()
      const names = [
        ...(await putTexts(transaction, { 'a.md': 'a', 'us-en/b.md': 'bb', 'us-gb/c.md': 'ccc' })),
        metadataName('root', 1),
      ]
      await transaction.put(metadataName('root', 1), bytesOf('{}'))
      await transaction.commit(pointerTo(names), null)
      expect(await namesIn(store)).toEqual([...names].sort())
      expect(await namesIn(store, 'metadata/')).toEqual(['metadata/1.root.json'])
      expect(await namesIn(store, 'targets/us-')).toEqual(names.slice(1, 3).sort())
      expect(await namesIn(store, 'targets/us-en/')).toEqual([names[1]])
      expect(await namesIn(store, 'targets/none/')).toEqual([])
      const [object] = await objectsIn(store, 'targets/us-en/')
      expect(object?.bytes).toBe(2)
      expect(Math.abs(Date.now() - (object?.modified.getTime() ?? 0))).toBeLessThan(120_000)
    })

    it('lists more than one page of objects', async () => {
      const store = await emptyStore()
      const texts = Object.fromEntries(
        Array.from({ length: moreThanAPage }, (_, n) => [
          `n/${String(n)}.md`,
          `number ${String(n)}`,
        ]),
      )
      expect(await commitTexts(store, texts)).toMatchObject({ ok: true, written: moreThanAPage })
      expect(await namesIn(store)).toHaveLength(moreThanAPage)
      expect(await missingFrom(store)).toEqual([])
    })

    it('tells what is new from what it holds, and from what has other bytes there', async () => {
      const store = await emptyStore()
      const target = nameOf('a.md', 'same')
      const metadata = metadataName('targets', 1)
      const first = await store.begin()
      expect(await first.put(target, bytesOf('same'))).toBe('new')
      expect(await first.put(metadata, bytesOf('one'))).toBe('new')
      const base = await committed(first.commit(bytesOf('1'), null))
      const second = await store.begin()
      expect(await second.put(target, bytesOf('same'))).toBe('held')
      expect(await second.put(metadata, bytesOf('one'))).toBe('held')
      expect(await second.put(metadata, bytesOf('two'))).toBe('taken')
      expect(await second.put(metadata, bytesOf('eno'))).toBe('taken')
      expect(await second.put(metadataName('targets', 2), bytesOf('two'))).toBe('new')
      expect(await second.commit(bytesOf('2'), base)).toMatchObject({ ok: true, written: 1 })
      expect(textOf(await store.read(metadata))).toBe('one')
    })

    it('takes the same object twice in one release, also at once', async () => {
      const store = await emptyStore()
      const transaction = await store.begin()
      const name = metadataName('snapshot', 1)
      const outcomes = await Promise.all(
        ['one', 'one', 'two'].map((text) => transaction.put(name, bytesOf(text))),
      )
      expect(outcomes).toEqual(['new', 'held', 'taken'])
      expect(await transaction.commit(bytesOf('1'), null)).toMatchObject({ ok: true, written: 1 })
      expect(textOf(await store.read(name))).toBe('one')
    })

    it('shows a reader nothing of a release before its commit, or ever after it was given up', async () => {
      const store = await emptyStore()
      const base = await committed(commitTexts(store, { 'a.md': 'one' }))
      const transaction = await store.begin()
      await putTexts(transaction, { 'a.md': 'two' })
      expect(plain(await store.pointer())).toEqual(plain(base))
      await transaction.abort()
      await transaction.abort()
      expect(plain(await store.pointer())).toEqual(plain(base))
      expect(await commitTexts(store, { 'a.md': 'two' })).toMatchObject({ ok: true })
    })

    it('refuses a commit that expects nothing where there is something, or something else', async () => {
      const store = await emptyStore()
      const one = await committed(commitTexts(store, { 'a.md': 'one' }))
      const two = await committed(commitTexts(store, { 'a.md': 'two' }))
      expect(one.tag).not.toBe(two.tag)
      for (const expected of [null, one]) {
        const outcome = await commitTexts(store, { 'a.md': 'late' }, expected)
        expect(outcome).toEqual({ ok: false, reason: 'conflict' })
        expect(plain(await store.pointer())).toEqual(plain(two))
      }
    })

    it('refuses a commit that expects something where there is nothing', async () => {
      const other = await committed(commitTexts(await emptyStore(), { 'a.md': 'one' }))
      const store = await emptyStore()
      expect(await commitTexts(store, { 'a.md': 'one' }, other)).toMatchObject({ ok: false })
      expect(await store.pointer()).toBeNull()
    })

    it('lets one of many publishers win who start from the same release', async () => {
      const open = await makeStore()
      const base = await committed(commitTexts(open(), { 'a.md': 'one' }))
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          commitTexts(open(), { 'a.md': `publisher ${String(n)}` }, base),
        ),
      )
      const winners = outcomes.filter((outcome) => outcome.ok)
      expect(winners).toHaveLength(1)
      expect(plain(await open().pointer())).toEqual(plain(winners[0]?.pointer))
      expect(await missingFrom(open())).toEqual([])
    })

    it('lets one of many publishers win the first release', async () => {
      const open = await makeStore()
      const outcomes = await Promise.all(
        Array.from({ length: 4 }, (_, n) =>
          commitTexts(open(), { 'a.md': `publisher ${String(n)}` }, null),
        ),
      )
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
      expect(await missingFrom(open())).toEqual([])
    })

    it('says that a transaction is over', async () => {
      const store = await emptyStore()
      const transaction = await store.begin()
      await transaction.commit(bytesOf('1'), null)
      const over = { code: 'transaction-over' }
      await expect(transaction.commit(bytesOf('2'), null)).rejects.toMatchObject(over)
      await expect(transaction.put(nameOf('a.md', 'a'), bytesOf('a'))).rejects.toMatchObject(over)
      await transaction.abort()
      expect(textOf((await store.pointer())?.bytes ?? null)).toBe('1')
    })

    it.each([
      pointerName,
      'metadata/root.json',
      'metadata/0.root.json',
      'metadata/1.root.json/x',
      'metadata/../1.root.json',
      'targets/a.md',
      `targets/${'0'.repeat(64)}.`,
      `targets/../${'0'.repeat(64)}.a.md`,
      `targets//${'0'.repeat(64)}.a.md`,
      `targets/.hidden/${'0'.repeat(64)}.a.md`,
      `targets/${'0'.repeat(64)}.ä.md`,
      `targets/${'0'.repeat(64)}.${'a'.repeat(191)}`,
      'lock',
      'staging/x',
      '',
    ])('refuses to write %j, and reads nothing from there', async (bad) => {
      const store = await emptyStore()
      await commitTexts(store, { 'a.md': 'one' })
      const transaction = await store.begin()
      await expect(transaction.put(bad, bytesOf('x'))).rejects.toMatchObject({ code: 'bad-name' })
      await transaction.abort()
      expect(await store.read(bad)).toBeNull()
    })

    it('refuses bytes that belie the digest in their name', async () => {
      const transaction = await (await emptyStore()).begin()
      const put = transaction.put(nameOf('a.md', 'one'), bytesOf('two'))
      await expect(put).rejects.toMatchObject({ code: 'bad-name' })
      await transaction.abort()
    })

    describe('when it collects', () => {
      it('removes what is old and not needed, and counts it', async () => {
        const store = await emptyStore()
        await commitTexts(store, { 'a.md': 'old', 'b.md': 'kept' })
        const expected = await committed(commitTexts(store, { 'a.md': 'new', 'b.md': 'kept' }))
        const needed = [nameOf('a.md', 'new'), nameOf('b.md', 'kept')].sort()
        const isNeeded = (object: string) => needed.includes(object)
        const collection = { isNeeded, olderThan: future(), expected }
        const counted = { ok: true, removed: 1, bytes: 3 }
        expect(await store.collect({ ...collection, isDryRun: true })).toEqual(counted)
        expect(await namesIn(store)).toHaveLength(3)
        expect(await store.collect(collection)).toEqual(counted)
        expect(await namesIn(store)).toEqual(needed)
        expect(await store.collect(collection)).toEqual({ ok: true, removed: 0, bytes: 0 })
        expect(plain(await store.pointer())).toEqual(plain(expected))
      })

      it('leaves what is younger than it was told', async () => {
        const store = await emptyStore()
        const expected = await committed(commitTexts(store, { 'a.md': 'one' }))
        const olderThan = new Date(Date.now() - 3_600_000)
        expect(await store.collect({ isNeeded: nothing, olderThan, expected })).toEqual({
          ok: true,
          removed: 0,
          bytes: 0,
        })
      })

      it('removes nothing when somebody has committed since', async () => {
        const store = await emptyStore()
        const expected = await committed(commitTexts(store, { 'a.md': 'one' }))
        await commitTexts(store, { 'a.md': 'two' })
        const outcome = await store.collect({ isNeeded: nothing, olderThan: future(), expected })
        expect(outcome).toEqual({ ok: false, reason: 'conflict' })
        expect(await namesIn(store)).toHaveLength(2)
      })

      it('never leaves a release that was under way with a hole', async () => {
        const open = await makeStore()
        await commitTexts(open(), { 'a.md': 'old' })
        const base = await committed(commitTexts(open(), { 'a.md': 'new' }))
        const transaction = await open().begin()
        // Held by the store, needed by nothing: the very thing a collection is after.
        expect(await transaction.put(nameOf('a.md', 'old'), bytesOf('old'))).toBe('held')
        const isNeeded = (object: string) => object === nameOf('a.md', 'new')
        const collected = await open().collect({ isNeeded, olderThan: future(), expected: base })
        const outcome = await transaction.commit(pointerTo([nameOf('a.md', 'old')]), base)
        expect(collected.ok && outcome.ok).toBe(false)
        expect(await missingFrom(open())).toEqual([])
        expect(await commitTexts(open(), { 'a.md': 'old' })).toMatchObject({ ok: true })
        expect(await missingFrom(open())).toEqual([])
      })
    })
  })
}
