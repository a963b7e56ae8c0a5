import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChannelIndex, withChanges } from '../../../../src/consumer/pull/channelIndex.ts'
import type { FeedIndex, IndexedChannel } from '../../../../src/consumer/pull/feedIndex.ts'
import { citedReferences } from '../../../../src/consumer/pull/references.ts'
import { sortedJson } from '../../../../src/consumer/pull/sortedJson.ts'
import { sortedJson as asPublished } from '../../../../src/feeds/items/index.ts'
import type { World } from '../../feeds/exampleFeed.ts'
import { asPrevious, bodies, feedInput } from '../../feeds/exampleFeed.ts'
import { temporaryFolder } from '../../store/temporaryFolder.ts'

type Files = ReadonlyMap<string, string>

function json(files: Files, path: string) {
  return readChannelIndex(Buffer.from(files.get(path) ?? ''))
}

function rebuilt(before: Files, after: readonly Files[], channel: string): string {
  const newest = after.at(-1) ?? before
  const { publisher, licence, release, channels } = json(newest, 'index.json')
  const listed = (
    channels as { key: string; title: string; jurisdiction: string; language: string }[]
  ).find(({ key }) => key === channel)
  const changes = after.map((files) => {
    const number = String(json(files, 'index.json').release)
    return json(files, `${channel}/changes/${number}.json`)
  })
  const index = { release, shared: { publisher, licence } } as unknown as FeedIndex
  const header = {
    key: channel,
    title: listed?.title,
    jurisdiction: listed?.jurisdiction,
    language: listed?.language,
  }
  const named = { key: channel, header } as unknown as IndexedChannel
  return Buffer.from(
    withChanges(json(before, `${channel}/index.json`), changes, index, named),
  ).toString()
}

/** The releases of a feed that goes through these states of the world. */
function releases(worlds: readonly World[]): readonly Files[] {
  let previous: ReturnType<typeof asPrevious> | undefined
  return worlds.map((world) => {
    const input = feedInput(world, previous)
    previous = asPrevious(input)
    return bodies(input)
  })
}

const withdrawn: World = { withdrawn: { 'claim/sleep': 'The trial was counted twice.' } }

describe('lists put together from what a reader has', () => {
  it.each(['us-en', 'gb-en'])('are those that the publisher rendered, in %s', async (channel) => {
    const [first = new Map<string, string>(), ...later] = releases([{}, withdrawn, {}, withdrawn])
    for (let count = 1; count <= later.length; count += 1) {
      const since = later.slice(0, count)
      const newest = since.at(-1) ?? first
      expect(rebuilt(first, since, channel)).toBe(newest.get(`${channel}/index.json`))
      const folder = await temporaryFolder()
      for (const [path, text] of newest) {
        await mkdir(dirname(join(folder, path)), { recursive: true })
        await writeFile(join(folder, path), text)
      }
      const references = await citedReferences(folder, json(newest, `${channel}/index.json`))
      expect(Buffer.from(references).toString()).toBe(newest.get(`${channel}/references.json`))
    }
  })

  it('are written byte for byte as the publisher writes JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sortedJson(value)).toBe(asPublished(value))
      }),
    )
  })
})
