import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelListsIn, emptyLists, itemIn, nextLists } from '../../../../src/feeds/index.ts'
import type { ChannelChange, IndexItem } from '../../../../src/feeds/index.ts'
import { channelFiles } from '../../../../src/feeds/index.ts'
import { exampleChannel } from '../../../../src/domain/rules/index.ts'
import { publisher } from '../exampleFeed.ts'

const now = new Date('2026-02-01T00:00:00Z')
const channel = exampleChannel()
const kinds = ['therapy', 'article', 'claim', 'study'] as const

const item: fc.Arbitrary<IndexItem> = fc.record({
  kind: fc.constantFrom(...kinds),
  key: fc.stringMatching(/^[a-d]{1,2}$/),
  // Whatever a title holds: quotes, braces, what looks like the file's own lines.
  title: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constant('\n    },\n    {\n  ],\n  "items": []'),
    fc.constant('"key": "other"'),
  ),
  version: fc.integer({ min: 1, max: 9 }),
  digests: fc.constant({ json: 'a'.repeat(64), markdown: 'b'.repeat(64) }),
  paths: fc.constant({ json: 'x.json', markdown: 'x.md' }),
})

const change = (items: readonly IndexItem[], isAffected = (): boolean => true): ChannelChange => {
  const byName = new Map(items.map((each) => [`${each.kind}/${each.key}`, each]))
  return { channel, isAffected, items: [...byName.values()], references: [], refusals: [] }
}
const occasion = { release: 2, now, withheld: [], logOf: () => [] }
const listed = (items: readonly IndexItem[]) => nextLists(emptyLists, change(items), occasion)

describe('the items of a channel index', () => {
  it('are read back from its text as they were written, whatever their titles hold', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        const lists = listed(items)
        const { index, references } = channelFiles(channel, lists, [], publisher)
        const text = index.parts.join('')
        const read = channelListsIn(text, references.body)
        expect(read).toEqual({ ...lists, referencesText: references.body })
        const { items: parsed } = JSON.parse(text) as { items: unknown[] }
        expect([...read.entries.values()].map(itemIn)).toEqual(parsed)
      }),
    )
  })

  it('are the same whether all are listed anew or only those that changed', () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 12 }),
        fc.array(item, { maxLength: 4 }),
        (before, changed) => {
          const names = new Set(changed.map(({ kind, key }) => `${kind}/${key}`))
          const first = listed(before)
          const isAffected = (name: string) => names.has(name)
          const next = nextLists(first, { ...change(changed), isAffected }, occasion)
          const kept = [...first.entries].flatMap(([name, entry]) =>
            names.has(name) ? [] : itemIn(entry),
          )
          expect(next.entries).toEqual(listed([...kept, ...changed]).entries)
        },
      ),
    )
  })
})
