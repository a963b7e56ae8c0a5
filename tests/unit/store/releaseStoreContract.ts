import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../src/store/index.ts'
import type { NewFile, NewRelease, ReleaseStore } from '../../../src/store/index.ts'

export const day = new Date('2026-03-01T10:00:00.000Z')

export function textFile(path: string, text: string): NewFile {
  return { path, contentType: 'text/plain; charset=utf-8', body: Buffer.from(text) }
}

export function releaseOf(files: Record<string, string>, expected: number | null): NewRelease {
  return {
    files: Object.entries(files).map(([path, text]) => textFile(path, text)),
    tombstones: {},
    expected,
    now: day,
  }
}

export const tombstone = {
  kind: 'claim',
  key: 'made-up',
  channel: 'us-en',
  reason: 'The placeholder study was retracted.',
  date: '2026-02-28',
  withdrawalKind: 'superseded',
  supersededBy: { kind: 'claim', key: 'made-up-again' },
}

/** What every store has to do, whatever it keeps its releases in. */
export function describeReleaseStore(name: string, makeStore: () => Promise<ReleaseStore>): void {
  describe(`${name} as a release store`, () => {
    it('is empty before the first commit', async () => {
      const store = await makeStore()
      expect(await store.current()).toBeNull()
      expect(await store.releases()).toEqual([])
      expect(await store.manifest(1)).toBeNull()
    })

    it('gives back what was committed, byte for byte', async () => {
      const store = await makeStore()
      const image = Uint8Array.from({ length: 256 }, (_, index) => index)
      const outcome = await store.commit({
        files: [
          textFile('us-en/index.json', '{}'),
          { path: 'media/picture.png', contentType: 'image/png', body: image },
        ],
        tombstones: { 'us-en/claim/made-up.json': tombstone },
        expected: null,
        now: day,
      })
      expect(outcome).toMatchObject({ ok: true, release: 1, written: 2, healed: null })
      const pointer = await store.current()
      const manifest = await store.manifest(1, pointer?.manifest)
      expect(manifest).toEqual({
        format: 1,
        release: 1,
        previous: null,
        createdAt: '2026-03-01T10:00:00.000Z',
        files: {
          'media/picture.png': { sha256: sha256Hex(image), bytes: 256, contentType: 'image/png' },
          'us-en/index.json': {
            sha256: sha256Hex(Buffer.from('{}')),
            bytes: 2,
            contentType: 'text/plain; charset=utf-8',
          },
        },
        tombstones: { 'us-en/claim/made-up.json': tombstone },
      })
      expect(Buffer.from(await store.read(sha256Hex(image)))).toEqual(Buffer.from(image))
    })

    it('names the digest of the release before in each release', async () => {
      const store = await makeStore()
      const first = await store.commit(releaseOf({ 'a.txt': 'one' }, null))
      const second = await store.commit(releaseOf({ 'a.txt': 'two' }, 1))
      expect(first.ok && second.ok && second.release).toBe(2)
      const digests = [first, second].map((outcome) => outcome.ok && outcome.manifestDigest)
      const two = await store.manifest(2)
      expect(two?.previous).toEqual({ release: 1, digest: digests[0] })
      expect(await store.releases()).toEqual([1, 2])
      expect(await store.current()).toEqual({ release: 2, manifest: digests[1] })
    })

    it('gives the same content the same digest, whatever the order of its files', async () => {
      const digests = await Promise.all(
        [
          { 'a.txt': 'one', 'b.txt': 'two' },
          { 'b.txt': 'two', 'a.txt': 'one' },
        ].map(async (files) => {
          const outcome = await (await makeStore()).commit(releaseOf(files, null))
          return outcome.ok && outcome.manifestDigest
        }),
      )
      expect(digests[0]).toMatch(/^[0-9a-f]{64}$/)
      expect(digests[1]).toBe(digests[0])
    })

    it('writes only the blobs it does not hold, and one for two paths of the same bytes', async () => {
      const store = await makeStore()
      const first = await store.commit(releaseOf({ 'a.txt': 'same', 'b.txt': 'same' }, null))
      const second = await store.commit(releaseOf({ 'a.txt': 'same', 'b.txt': 'other' }, 1))
      expect([first, second]).toMatchObject([{ written: 1 }, { written: 1 }])
    })

    it('takes its files from a stream as well', async () => {
      const store = await makeStore()
      async function* files() {
        for (let n = 0; n < 300; n += 1) {
          await Promise.resolve()
          yield textFile(`n/${String(n)}.txt`, `number ${String(n)}`)
        }
      }
      const outcome = await store.commit({
        files: files(),
        tombstones: {},
        expected: null,
        now: day,
      })
      expect(outcome).toMatchObject({ ok: true, written: 300 })
    })

    it.each([
      ['no release where there is one', null],
      ['an older release', 1],
      ['a release that does not exist yet', 3],
    ])('refuses a commit that expects %s, and changes nothing', async (_, expected) => {
      const store = await makeStore()
      await store.commit(releaseOf({ 'a.txt': 'one' }, null))
      await store.commit(releaseOf({ 'a.txt': 'two' }, 1))
      const before = await store.current()
      const outcome = await store.commit(releaseOf({ 'a.txt': 'late' }, expected))
      expect(outcome).toEqual({ ok: false, reason: 'conflict', current: 2, healed: null })
      expect(await store.current()).toEqual(before)
      await expect(store.read(sha256Hex(Buffer.from('late')))).rejects.toMatchObject({
        code: 'blob-missing',
      })
    })

    it('lets one of many publishers win who start from the same release', async () => {
      const store = await makeStore()
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          store.commit(releaseOf({ 'a.txt': `publisher ${String(n)}` }, null)),
        ),
      )
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
      expect(outcomes.filter((outcome) => !outcome.ok && outcome.current === 1)).toHaveLength(7)
      expect(await store.releases()).toEqual([1])
    })

    it.each([
      '../up.txt',
      'a/../b.txt',
      '/absolute.txt',
      'a//b.txt',
      'a/',
      '',
      '.hidden',
      'a/.hidden',
      'a\\b.txt',
      'a%2fb.txt',
      'a\0b.txt',
      'a b.txt',
      'ä.txt',
    ])('refuses the path %j and keeps the release before', async (path) => {
      const store = await makeStore()
      await store.commit(releaseOf({ 'a.txt': 'one' }, null))
      await expect(store.commit(releaseOf({ [path]: 'x' }, 1))).rejects.toMatchObject({
        code: 'bad-path',
      })
      await expect(
        store.commit({ ...releaseOf({}, 1), tombstones: { [path]: tombstone } }),
      ).rejects.toMatchObject({ code: 'bad-path' })
      expect((await store.current())?.release).toBe(1)
      expect(await store.commit(releaseOf({ 'a.txt': 'two' }, 1))).toMatchObject({
        release: 2,
        healed: null,
      })
    })

    it('refuses a path that is given twice, or is a file and a tombstone', async () => {
      const store = await makeStore()
      const twice = [textFile('a.txt', 'one'), textFile('a.txt', 'two')]
      await expect(
        store.commit({ files: twice, tombstones: {}, expected: null, now: day }),
      ).rejects.toMatchObject({ code: 'bad-path' })
      await expect(
        store.commit({
          ...releaseOf({ 'a.txt': 'one' }, null),
          tombstones: { 'a.txt': tombstone },
        }),
      ).rejects.toMatchObject({ code: 'bad-path' })
      expect(await store.current()).toBeNull()
    })

    it('keeps the release before when its files fail half-way', async () => {
      const store = await makeStore()
      await store.commit(releaseOf({ 'a.txt': 'one' }, null))
      function* broken() {
        yield textFile('a.txt', 'two')
        throw new Error('the renderer stumbled')
      }
      await expect(
        store.commit({ files: broken(), tombstones: {}, expected: 1, now: day }),
      ).rejects.toThrow('the renderer stumbled')
      expect((await store.current())?.release).toBe(1)
      expect(await store.commit(releaseOf({ 'a.txt': 'two' }, 1))).toMatchObject({
        release: 2,
        written: 1,
        healed: null,
      })
    })

    it('says that it does not hold a blob', async () => {
      const store = await makeStore()
      await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ code: 'blob-missing' })
    })
  })
}
