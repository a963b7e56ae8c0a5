import { describe, expect, it } from 'vitest'
import { verifyRelease } from '../../../src/consumer/index.ts'
import { sortedJson } from '../../../src/feeds/items/index.ts'
import { sha256Hex } from '../../../src/store/index.ts'
import { bodies, channels, feedInput, type World } from '../feeds/exampleFeed.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { TufRepository } from './tufRepository.ts'

interface List {
  readonly channel: object
  readonly channels: readonly { readonly key: string }[]
}

/** A rendered world as a signed release, with the digests and slots that its lists have to name. */
async function released(world: World): Promise<string> {
  const files = new Map(bodies(feedInput(world)))
  const list = (path: string): List => JSON.parse(files.get(path) ?? '{}') as List
  const digest = (path: string): string => sha256Hex(Buffer.from(files.get(path) ?? ''))
  for (const { key, slots } of channels) {
    const path = `${key}/index.json`
    const named = slots.map(({ key: slot, place, when }) => ({ slot, place, when }))
    const index = list(path)
    files.set(path, sortedJson({ ...index, channel: { ...index.channel, slots: named } }))
  }
  const index = list('index.json')
  const schemas = [...files.keys()].filter((path) => path.startsWith('schema/'))
  const named = {
    ...index,
    schemaDigests: Object.fromEntries(
      schemas.map((path) => [path.slice('schema/'.length, -'.json'.length), digest(path)]),
    ),
    channels: index.channels.map((channel) => ({
      ...channel,
      digests: {
        index: digest(`${channel.key}/index.json`),
        changes: digest(`${channel.key}/changes/1.json`),
        references: digest(`${channel.key}/references.json`),
      },
    })),
  }
  files.set('index.json', sortedJson(named))
  const media = `media/${'ab'.repeat(32)}.png`
  const repository = new TufRepository()
  const mark = { release: 1, createdAt: '2026-02-01T00:00:00.000Z', previous: null }
  const bytes = [...files].map(([path, text]) => [path, Buffer.from(text)] as const)
  repository.commit(new Map([...bytes, [media, Buffer.from('no picture')]]), { mark })
  const folder = await temporaryFolder()
  await repository.writeTo(folder)
  return folder
}

describe('what the feed renders', () => {
  it.each<[string, World]>([
    ['as it is', {}],
    ['signed by people who do not exist', { isFictitious: true }],
  ])('is found in order: %s', async (_, world) => {
    const { problems, checked } = await verifyRelease(await released(world))
    // The picture of the example is none, and its digest is made up.
    expect(problems.filter(({ path }) => !path.startsWith('media/'))).toEqual([])
    expect(checked.approvals).toBeGreaterThan(10)
    expect(checked.disclaimers).toBeGreaterThan(10)
  })
})
