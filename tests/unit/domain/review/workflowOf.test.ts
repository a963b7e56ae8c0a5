import { describe, expect, it } from 'vitest'
import { workflowOf } from '../../../../src/domain/review/index.ts'
import type { Action } from '../../../../src/domain/review/index.ts'
import type { Extra } from './world.ts'
import { claim, emil, erin, Journal, ravi, rita, study } from './world.ts'

const publishAt = '2025-06-02T09:00:00.000Z'
const nothing = { comments: [] }

const journal = () => new Journal([study(), claim()]).add('edit', claim(), erin)
const asked = () => journal().add('assign', claim(), erin, { assignee: 'ravi', due: '2025-06-01' })
const scheduled = () => journal().add('schedule', claim(), erin, { publishAt })
const failed = () =>
  scheduled().add('schedule-failed', claim(), rita, { refersTo: 2, reason: 'No.' })

const workflow = ({ entries }: Journal) => workflowOf(entries)

describe('comments', () => {
  it('are the words of whoever wrote them, with their place if they have one', () => {
    const written = journal()
      .add('comment', claim(), rita, { text: 'Why?', place: 'statement' })
      .add('comment', claim(), emil, { text: 'When?' })
    expect(workflow(written)).toEqual({
      comments: [
        { id: 2, at: written.entries[1]?.at, actor: rita, place: 'statement', text: 'Why?' },
        { id: 3, at: written.entries[2]?.at, actor: emil, text: 'When?' },
      ],
    })
  })

  it('are resolved one by one, by an entry that says which', () => {
    const resolved = (extra: Extra, action: 'resolve' | 'submit' = 'resolve') =>
      workflow(
        journal()
          .add('comment', claim(), rita, { text: 'Why?' })
          .add('comment', claim(), rita, { text: 'When?' })
          .add(action, claim(), emil, extra),
      ).comments.map(({ id, resolved: by }) => [id, by?.actor.key])
    expect(resolved({ refersTo: 3 })).toEqual([
      [2, undefined],
      [3, 'emil'],
    ])
    for (const open of [
      resolved({}),
      resolved({ refersTo: 1 }),
      resolved({ refersTo: 3 }, 'submit'),
    ])
      expect(open).toEqual([
        [2, undefined],
        [3, undefined],
      ])
  })
})

describe('an assignment', () => {
  const ofRavi = { assignee: 'ravi', due: '2025-06-01', actor: erin }

  it('stands whatever else happens, until the person asked has signed', () => {
    const work = asked()
      .add('submit', claim(), erin)
      .add('comment', claim(), ravi, { text: 'Why?' })
      .add('request-changes', claim(), ravi, { reason: 'No.' })
      .add('approve', claim(), rita)
    expect(workflow(work).assignment).toMatchObject(ofRavi)
    expect(workflow(work.add('approve', claim(), ravi))).not.toHaveProperty('assignment')
  })

  it('gives way to the next one, also to nobody', () => {
    const next = asked().add('assign', claim(), emil, { assignee: 'rita' })
    expect(workflow(next).assignment).toEqual({
      assignee: 'rita',
      actor: emil,
      at: next.entries.at(-1)?.at,
    })
    expect(workflow(asked().add('assign', claim(), emil))).toEqual(nothing)
  })
})

describe('a schedule', () => {
  const open = { id: 2, publishAt, actor: erin }

  it('is for the text it names, and stands beside comments, assignments and signatures', () => {
    const others = scheduled()
      .add('comment', claim(), rita, { text: 'Why?' })
      .add('assign', claim(), erin, { assignee: 'ravi' })
      .add('approve', claim(), ravi)
      .add('edit', claim({ statement: 'Other words.' }), emil)
    expect(workflow(others).schedule).toEqual({
      ...open,
      contentHash: others.entries[1]?.contentHash,
    })
  })

  it.each(['unschedule', 'schedule-failed', 'publish', 'reinstate', 'withdraw', 'delete'] as const)(
    'ends with %s',
    (action) => {
      const ended = scheduled().add(action, claim(), erin)
      expect(workflow(ended)).not.toHaveProperty('schedule')
    },
  )

  it('that failed is told, with the reason, until another one or a publication', () => {
    const told = { ...open, reason: 'No.' }
    expect(workflow(failed()).failedSchedule).toMatchObject(told)
    const others: readonly Action[] = ['submit', 'comment', 'withdraw']
    for (const action of others)
      expect(workflow(failed().add(action, claim(), erin)).failedSchedule).toMatchObject(told)
    for (const action of ['schedule', 'publish', 'reinstate'] as const)
      expect(workflow(failed().add(action, claim(), erin, { publishAt }))).not.toHaveProperty(
        'failedSchedule',
      )
  })

  it('has to have been there to fail', () => {
    const never = journal().add('schedule-failed', claim(), rita, { reason: 'No.' })
    expect(workflow(never)).toEqual(nothing)
    expect(workflow(scheduled().add('submit', claim(), erin))).not.toHaveProperty('failedSchedule')
  })
})
