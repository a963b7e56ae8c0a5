import { describe, expect, it } from 'vitest'
import type { ChannelLists, IndexItem } from '../../../../src/feeds/index.ts'
import { datedItem, emptyLists, nextLists, recentItems } from '../../../../src/feeds/index.ts'
import { exampleChannel } from '../../../../src/domain/rules/index.ts'
import { exampleTombstone } from '../forms/exampleEntries.ts'

const now = new Date('2026-03-01T00:00:00.000Z')
const digests = { json: '0'.repeat(64), markdown: '0'.repeat(64) }

function item(key: string, modified?: string, kind: IndexItem['kind'] = 'claim'): IndexItem {
  const paths = { json: `us-en/claims/${key}.json`, markdown: `us-en/claims/${key}.md` }
  const listed = { kind, key, title: key, version: 1, digests, paths }
  return modified === undefined ? listed : { ...listed, modified }
}

function listsOf(items: readonly IndexItem[], before: ChannelLists = emptyLists): ChannelLists {
  const channel = exampleChannel()
  const change = { channel, isAffected: () => true, items, references: [], refusals: [] }
  return nextLists(before, change, { release: 1, now, withheld: [], logOf: () => [] })
}

describe('the date of an item', () => {
  const before = listsOf([item('known', '2026-01-20T00:00:00.000Z')])
  const gone = { ...emptyLists, tombstones: [exampleTombstone('known')] }

  it.each<[string, ChannelLists, string | undefined, string | undefined]>([
    ['its own where it is new', emptyLists, '2026-01-10T00:00:00.000Z', '2026-01-10T00:00:00.000Z'],
    ['its own where that is newer', before, '2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
    [
      'what it was where its own is older',
      before,
      '2026-01-10T00:00:00.000Z',
      '2026-01-20T00:00:00.000Z',
    ],
    ['what it was where it has none', before, undefined, '2026-01-20T00:00:00.000Z'],
    ['that of its return', gone, '2026-01-10T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ['none where nothing is known', emptyLists, undefined, undefined],
  ])('is %s', (_, lists, own, expected) => {
    const dated = datedItem(lists, { now })(item('known', own))
    expect(dated.modified).toBe(expected)
    expect(datedItem(lists, { now })(dated)).toEqual(dated)
  })
})

describe('the newest items', () => {
  it('are ordered by date, then by kind and key, without sources', () => {
    const lists = listsOf([
      item('b', '2026-01-20T00:00:00.000Z'),
      item('a', '2026-01-20T00:00:00.000Z'),
      item('page', '2026-01-20T00:00:00.000Z', 'therapy'),
      item('newest', '2026-01-21T00:00:00.000Z'),
      item('undated'),
      item('source', '2026-02-20T00:00:00.000Z', 'study'),
    ])
    expect(recentItems(lists.entries).map(({ key }) => key)).toEqual([
      ...['newest', 'page', 'a', 'b', 'undated'],
    ])
    expect(recentItems(lists.entries, 2)).toHaveLength(2)
  })
})
