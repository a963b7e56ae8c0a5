import { describe, expect, it } from 'vitest'
import { feedKinds, itemPaths } from '../../../src/feeds/model/index.ts'
import { channelsIn, tombstonesIn } from '../../../src/server/tombstones.ts'

const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
const stone = { key: 'x', reason: 'Made up.', date: '2026-03-01' }

describe('tombstones', () => {
  it.each(feedKinds)('stand where a %s stood, in both forms', (kind) => {
    const found = tombstonesIn('us-en', bytes({ tombstones: [{ ...stone, kind }] }))
    const { json, markdown } = itemPaths('us-en', { kind, key: 'x' })
    expect(found.map(([path]) => path)).toEqual([json, markdown])
    expect(found[0]?.[1]).toEqual({ ...stone, kind, channel: 'us-en' })
  })

  it.each([
    ['no JSON', Buffer.from('{')],
    ['no list', bytes({ tombstones: {} })],
    ['what is none', bytes({ tombstones: [null, 1, { ...stone, kind: 'claim', reason: 1 }] })],
    ['a kind nobody knows', bytes({ tombstones: [{ ...stone, kind: 'poem' }] })],
    [
      'what takes the place of nothing',
      bytes({ tombstones: [{ ...stone, kind: 'claim', supersededBy: 'y' }] }),
    ],
  ])('are not read out of %s', (_, index) => {
    expect(tombstonesIn('us-en', index)).toEqual([])
  })
})

describe('channels', () => {
  it.each([
    [undefined, false],
    ['public', false],
    ['private', true],
    ['secret', true],
    [null, true],
  ])('with the access %j are private: %j', (access, isPrivate) => {
    expect(channelsIn(bytes({ channels: [{ key: 'us-en', access }] }))).toEqual([
      { key: 'us-en', isPrivate },
    ])
  })

  it('are read out of an index, and out of nothing else', () => {
    expect(channelsIn(bytes({ channels: [{ key: 'us-en' }, {}, null] }))).toEqual([
      { key: 'us-en', isPrivate: false },
    ])
    expect(channelsIn(bytes([]))).toEqual([])
    expect(channelsIn(Buffer.from('{'))).toEqual([])
  })
})
