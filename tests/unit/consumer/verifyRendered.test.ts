import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { pullFeed, verifyRelease } from '../../../src/consumer/index.ts'
import { exampleTherapy } from '../../../src/domain/rules/index.ts'
import { beginRelease } from '../../../src/repository/index.ts'
import { type ReleaseStore, fileStore } from '../../../src/store/index.ts'
import { bodies, channels, feedInput, type World } from '../feeds/exampleFeed.ts'
import { exampleKeys } from '../server/exampleKeys.ts'
import { runningServer } from '../server/runningServer.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'

/** A rendered world as a signed release. */
async function released(world: World): Promise<ReleaseStore> {
  const files = bodies(feedInput(world))
  const media = `media/${'ab'.repeat(32)}.png`
  const store = fileStore(await temporaryFolder())
  const now = new Date()
  const keys = await exampleKeys()
  const draft = await beginRelease({ store, keys, base: null, now, startsEmpty: true })
  await draft.put(media, Buffer.from('no picture'))
  for (const [path, text] of files) await draft.put(path, Buffer.from(text))
  await draft.commit({ release: 1, auditHead: null })
  return store
}

describe('what the feed renders', () => {
  it.each<[string, World]>([
    ['as it is', {}],
    ['signed by people who do not exist', { isFictitious: true }],
    [
      'with its claims and disclaimers named in Markdown',
      { channels: channels.map((channel) => ({ ...channel, dialect: 'directive' })) },
    ],
  ])('is found in order: %s', async (_, world) => {
    const store = await released(world)
    const { feed, url } = await runningServer({ store })
    await feed.refresh()
    const fromStore = await verifyRelease(store.place)
    const fromServer = await verifyRelease(url)
    // The picture of the example is none, and its digest is made up.
    const { problems, checked } = fromStore
    expect(problems.filter(({ path }) => !path.startsWith('media/'))).toEqual([])
    expect(checked.approvals).toBeGreaterThan(10)
    expect(checked.disclaimers).toBeGreaterThan(10)
    expect(fromServer).toEqual({ ...fromStore, serving: 'stable' })
  })

  it('is pulled with the vocabulary of its JSON-LD, which verification misses where it is gone', async () => {
    const store = await released({ changed: [exampleTherapy()] })
    const out = path.join(await temporaryFolder(), 'feed')
    await pullFeed(store.place, out, { channels: ['us-en'] })
    const vocabulary = path.join(out, 'ns/evidence.jsonld')
    expect(JSON.parse(await readFile(vocabulary, 'utf8'))).toHaveProperty('@graph')
    await rm(vocabulary)
    const { problems } = await verifyRelease(out)
    expect(problems).toContainEqual(
      expect.objectContaining({ path: 'ns/evidence.jsonld', code: 'missing' }),
    )
  })
})
