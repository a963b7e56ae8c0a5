import { describe, expect, it } from 'vitest'
import type { ReviewPolicy } from '../../../../src/domain/model/index.ts'
import { logActions } from '../../../../src/domain/model/index.ts'
import { isTold, noticeKey, noticesOf } from '../../../../src/domain/notices/index.ts'
import type { Step } from './logOf.ts'
import { ed, eve, gate, logOf, rea, sam } from './logOf.ts'

/** Who is told what about the last of these steps. */
function told(...steps: readonly Step[]) {
  const log = logOf(...steps)
  const last = log.at(-1)
  return last === undefined ? [] : noticesOf(last, log)
}

const people = (...steps: readonly Step[]) => told(...steps).map(({ person }) => person)

const twoSigners: ReviewPolicy = { approvals: 2, roles: ['reviewer'] }
const written: Step[] = [
  { action: 'edit', actor: ed },
  { action: 'edit', actor: eve },
  { action: 'submit', actor: ed },
]
const live: Step[] = [
  ...written,
  { action: 'approve', actor: rea },
  { action: 'publish', actor: ed },
]

describe('an entry of the log', () => {
  it.each<[what: string, whom: string[], steps: Step[]]>([
    [
      'an assignment: the person asked',
      ['rea'],
      [...written, { action: 'assign', actor: ed, assignee: 'rea' }],
    ],
    [
      'an assignment to oneself: nobody',
      [],
      [...written, { action: 'assign', actor: rea, assignee: 'rea' }],
    ],
    ['the end of an assignment: nobody', [], [...written, { action: 'assign', actor: ed }]],
    [
      'a submission: the person asked to review',
      ['rea'],
      [
        { action: 'assign', actor: ed, assignee: 'rea' },
        { action: 'submit', actor: ed },
      ],
    ],
    ['a submission nobody was asked for: nobody', [], written],
    ['an approval: who wrote', ['ed', 'eve'], [...written, { action: 'approve', actor: rea }]],
    [
      'an approval: who wrote since the last one, not before it',
      ['eve'],
      [
        ...live,
        { action: 'edit', actor: eve, contentHash: 'b' },
        { action: 'approve', actor: sam, contentHash: 'b' },
      ],
    ],
    [
      'a second signature: the same as the first',
      ['ed', 'eve'],
      [
        ...written,
        { action: 'approve', actor: rea, policy: twoSigners },
        { action: 'approve', actor: sam, policy: twoSigners },
      ],
    ],
    [
      'a signature renewed without a change: who wrote then',
      ['ed', 'eve'],
      [...live, { action: 'approve', actor: rea }],
    ],
    [
      'a refusal: who wrote',
      ['ed', 'eve'],
      [...written, { action: 'request-changes', actor: rea, reason: 'No.' }],
    ],
    [
      'a comment by a reviewer: who wrote',
      ['ed', 'eve'],
      [...written, { action: 'comment', actor: rea, text: 'Why?' }],
    ],
    [
      'a comment by a writer: the other writers, the person asked, who signed and who commented',
      ['eve', 'sam', 'rea'],
      [
        ...written,
        { action: 'assign', actor: ed, assignee: 'sam' },
        { action: 'comment', actor: rea, text: 'Why?' },
        { action: 'comment', actor: ed, text: 'Because.' },
      ],
    ],
    [
      'a failed schedule: who made it, although the program acts in their name',
      ['eve'],
      [
        ...written,
        { action: 'schedule', actor: eve, publishAt: '2026-02-01T08:00:00.000Z' },
        { action: 'schedule-failed', actor: eve, refersTo: 4, reason: 'Retracted.' },
      ],
    ],
    [
      'a withheld text: who wrote and who signed it',
      ['ed', 'eve', 'rea'],
      [...live, { action: 'withhold', actor: gate, reason: 'Retracted.' }],
    ],
    [
      'a withheld text: not who writes or refuses the draft beside it',
      ['ed', 'rea'],
      [
        { action: 'edit', actor: ed },
        { action: 'approve', actor: rea },
        { action: 'publish', actor: ed },
        { action: 'edit', actor: eve, contentHash: 'b' },
        { action: 'request-changes', actor: sam, contentHash: 'b' },
        { action: 'withhold', actor: gate },
      ],
    ],
    [
      'a withheld claim whose facts changed: who signed it before',
      ['ed', 'rea'],
      [
        { action: 'edit', actor: ed },
        { action: 'approve', actor: rea },
        { action: 'publish', actor: ed },
        { action: 'withhold', actor: gate, contentHash: 'with other facts' },
      ],
    ],
  ])('tells of %s', (_what, whom, steps) => {
    expect(people(...steps)).toEqual(whom)
  })

  it('tells nobody of the other actions', () => {
    const silent = logActions.filter((action) => !isTold(action))
    expect(silent).toEqual([
      ...['edit', 'resolve', 'expire', 'publish', 'reinstate', 'schedule'],
      ...['unschedule', 'withdraw', 'readmit', 'delete'],
    ])
    for (const action of silent) expect(told(...live, { action, actor: sam })).toEqual([])
  })

  it.each<[what: string, missing: number, steps: Step[]]>([
    ['is complete', 0, [{ action: 'approve', actor: rea }]],
    ['lacks one', 1, [{ action: 'approve', actor: rea, policy: twoSigners }]],
    [
      'is complete with the second',
      0,
      [
        { action: 'approve', actor: rea, policy: twoSigners },
        { action: 'approve', actor: sam, policy: twoSigners },
      ],
    ],
    [
      'lacks one when the same person signs twice',
      1,
      [
        { action: 'approve', actor: rea, policy: twoSigners },
        { action: 'approve', actor: rea, policy: twoSigners },
      ],
    ],
    [
      'lacks one when the first was on another text',
      1,
      [
        { action: 'approve', actor: rea, policy: twoSigners },
        { action: 'edit', actor: ed, contentHash: 'b' },
        { action: 'edit', actor: ed, contentHash: 'a' },
        { action: 'approve', actor: sam, policy: twoSigners },
      ],
    ],
    [
      'lacks one when a refusal came between',
      1,
      [
        { action: 'approve', actor: rea, policy: twoSigners },
        { action: 'request-changes', actor: sam, reason: 'No.' },
        { action: 'approve', actor: sam, policy: twoSigners },
      ],
    ],
    [
      'lacks one when the first had expired',
      1,
      [
        { action: 'approve', actor: rea, policy: twoSigners },
        { action: 'expire', actor: gate },
        { action: 'approve', actor: sam, policy: twoSigners },
      ],
    ],
  ])('says that an approval %s', (_what, missing, steps) => {
    const [notice] = told({ action: 'edit', actor: ed }, ...steps)
    expect(notice).toMatchObject({ kind: 'approved', person: 'ed', missing })
  })

  it('carries what the reader needs to know', () => {
    const schedule = {
      action: 'schedule',
      actor: ed,
      publishAt: '2026-02-01T08:00:00.000Z',
    } as const
    expect([
      ...told({ action: 'assign', actor: ed, assignee: 'rea', due: '2026-01-12' }),
      ...told(...written.slice(0, 1), { action: 'request-changes', actor: rea, reason: 'No.' }),
      ...told(...written.slice(0, 1), {
        ...{ action: 'comment', actor: rea, place: 'statement', text: 'Why?' },
      }),
      ...told(schedule, {
        ...{ action: 'schedule-failed', actor: ed, refersTo: 1, reason: 'Retracted.' },
      }),
    ]).toEqual([
      {
        ...{ person: 'rea', kind: 'assigned', subject: 'claim/example', occasion: '1' },
        ...{ by: 'ed Example', due: '2026-01-12' },
      },
      {
        ...{ person: 'ed', kind: 'changes-requested', subject: 'claim/example', occasion: '2' },
        ...{ by: 'rea Example', reason: 'No.' },
      },
      {
        ...{ person: 'ed', kind: 'comment', subject: 'claim/example', occasion: '2' },
        ...{ by: 'rea Example', place: 'statement', reason: 'Why?' },
      },
      {
        ...{ person: 'ed', kind: 'schedule-failed', subject: 'claim/example', occasion: '2' },
        ...{ reason: 'Retracted.', publishAt: schedule.publishAt },
      },
    ])
  })

  it('is kept under a name of its own for each person', () => {
    const keys = told(...written, { action: 'approve', actor: rea }).map(noticeKey)
    expect(keys).toEqual(['approved claim/example 4 ed', 'approved claim/example 4 eve'])
  })
})
