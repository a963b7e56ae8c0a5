import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles } from '../../../../src/domain/model/index.ts'
import type { WorkItem } from '../../../../src/domain/work/index.ts'
import { compareWaiting, workListsFor } from '../../../../src/domain/work/index.ts'

describe('workListsFor', () => {
  it('gives nobody a list who has no role', () => {
    expect(workListsFor([])).toEqual([])
  })

  it('gives a person with several roles the lists of each, once and in one order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...roles)), (held) => {
        const all = workListsFor(roles)
        const ofEach = new Set(held.flatMap((role) => workListsFor([role])))
        expect(workListsFor(held)).toEqual(all.filter((name) => ofEach.has(name)))
      }),
    )
  })

  it('tells administrators of what failed, and asks nothing of them', () => {
    expect(workListsFor(['admin'])).toEqual(['failed', 'withheld'])
  })
})

const item = (key: string, rest: Partial<WorkItem> = {}): WorkItem => ({
  subject: `claim/${key}`,
  title: key,
  collection: 'claims',
  id: key,
  ...rest,
})

describe('compareWaiting', () => {
  it('puts what was asked of this person first, and what was asked of others last', () => {
    const sorted = [
      item('of-another', { assignee: 'ivo', due: '2026-01-01' }),
      item('of-nobody'),
      item('mine-without-a-day', { isAsked: true }),
      item('mine-later', { isAsked: true, due: '2026-12-02' }),
      item('mine-first', { isAsked: true, due: '2026-12-01' }),
    ].toSorted(compareWaiting)
    expect(sorted.map(({ id }) => id)).toEqual([
      'mine-first',
      'mine-later',
      'mine-without-a-day',
      'of-nobody',
      'of-another',
    ])
  })

  it('orders the same whatever came first', () => {
    const items = ['a', 'b', 'c', 'd'].map((key) => item(key))
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
        expect(shuffled.toSorted(compareWaiting)).toEqual(items)
      }),
    )
  })
})
