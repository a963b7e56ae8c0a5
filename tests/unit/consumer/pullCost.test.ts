import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pullFeed } from '../../../src/consumer/index.ts'
import { beginRelease, createKeys, openKeys, openRelease } from '../../../src/repository/index.ts'
import { fileStore } from '../../../src/store/index.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { MadeUpFeed } from './madeUpFeed.ts'

const text = 'A sentence that says nothing at all. '.repeat(60)

it(
  'after one change and one withdrawal among 2,000 items brings little more than what changed',
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder()
    const place = join(folder, 'store')
    const store = fileStore(place)
    const keys = openKeys(join(folder, 'keys'))
    await createKeys(keys, new Date())
    const feed = new MadeUpFeed()
    for (let number = 0; number < 1000; number += 1) {
      const study = `study-${String(number)}`
      feed.put({ kind: 'claim', key: `claim-${String(number)}`, text, cites: [study] })
      feed.put({ kind: 'study', key: study, text })
    }
    const publish = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
      const files = feed.publish()
      const base = await openRelease(store)
      const draft = await beginRelease({ store, keys, base, now: new Date(), startsEmpty: true })
      for (const [path, bytes] of files) await draft.put(path, bytes)
      expect(await draft.commit({ release: feed.release, auditHead: null })).toMatchObject({
        ok: true,
      })
      return files
    }
    const before = await publish()
    const out = join(folder, 'feed')
    expect(await pullFeed(place, out)).toMatchObject({ release: 1, files: { files: 4005 } })

    feed.put({ kind: 'claim', key: 'claim-7', text: `${text} Changed.`, cites: ['study-7'] })
    feed.withdraw('claim', 'claim-9')
    const after = await publish()
    const changed = [...after].filter(
      ([path, bytes]) =>
        path.includes('/claims/') && Buffer.compare(bytes, before.get(path) ?? Buffer.of()) !== 0,
    )
    const changedBytes = changed.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0)
    const pulled = await pullFeed(place, out)
    expect(pulled).toMatchObject({ release: 2, takenDown: [{ key: 'claim-9' }] })
    expect(changed).toHaveLength(2)
    // The issue allows 64 KB beside; the rest of it is for feeds that are larger still.
    expect(pulled.bytesRead - 1.1 * changedBytes).toBeLessThan(16 * 1024)
  },
)
