import { describe, expect, it } from 'vitest'
import { overdueReminders, reviewReminders } from '../../../../src/domain/notices/index.ts'
import type { Approval } from '../../../../src/domain/review/index.ts'
import type { Step } from './logOf.ts'
import { actor, ed, logOf, rea, sam } from './logOf.ts'

const subject = 'claim/example'

const signature = (key: string): Approval => ({
  actor: actor(key, 'reviewer'),
  at: '2025-01-20T09:00:00.000Z',
  meaning: 'evidence-checked',
  contentHash: 'a',
  policy: { approvals: 1, roles: ['reviewer'] },
})

describe('a review that falls due', () => {
  const approvals = [signature('rea'), signature('sam')]
  const reviewDue = '2026-01-20'
  const log = logOf({ action: 'edit', actor: ed }, { action: 'approve', actor: rea })
  const remind = (
    standing: Partial<Parameters<typeof reviewReminders>[1]>,
    canReview: (person: string) => boolean = () => true,
    entries = log,
  ) =>
    reviewReminders(subject, { approvals, reviewDue, ...standing }, entries, canReview).map(
      ({ person, kind, due, occasion }) => [person, kind, due, occasion],
    )
  const due = (person: string) => [person, 'review-due', reviewDue, reviewDue]
  const renewal = { approvals: [] }

  it('reminds its signers once it can be signed again', () => {
    expect(remind({ renewal })).toEqual([due('rea'), due('sam')])
  })

  it('reminds nobody before that', () => {
    expect(remind({})).toEqual([])
  })

  it('leaves who has signed again in peace', () => {
    expect(remind({ renewal: { approvals: [signature('rea')] } })).toEqual([due('sam')])
  })

  it('reminds the person who was asked to review', () => {
    const asked = logOf(
      { action: 'edit', actor: ed },
      { action: 'assign', actor: ed, assignee: 'una' },
    )
    expect(remind({ renewal }, undefined, asked)).toEqual([due('rea'), due('sam'), due('una')])
  })

  it('reminds its writers when nobody of these can sign any more', () => {
    expect(remind({ renewal }, (person) => person === 'sam')).toEqual([due('sam')])
    expect(remind({ renewal }, () => false)).toEqual([due('ed')])
  })
})

describe('an assignment', () => {
  const today = '2026-02-02'
  it.each<[what: string, whom: string[], steps: Step[]]>([
    ['whose day has passed', ['rea'], [{ action: 'assign', actor: ed, due: '2026-02-01' }]],
    ['whose day is today', [], [{ action: 'assign', actor: ed, due: '2026-02-02' }]],
    ['without a day', [], [{ action: 'assign', actor: ed }]],
    [
      'that was carried out',
      [],
      [
        { action: 'assign', actor: ed, due: '2026-02-01' },
        { action: 'approve', actor: rea },
      ],
    ],
    [
      'that somebody else signed meanwhile',
      ['rea'],
      [
        { action: 'assign', actor: ed, due: '2026-02-01' },
        { action: 'approve', actor: sam },
      ],
    ],
  ])('%s reminds %j', (_what, whom, steps) => {
    const log = logOf(...steps.map((step) => ({ ...step, assignee: 'rea' })))
    const reminders = overdueReminders(subject, log, today)
    expect(reminders.map(({ person }) => person)).toEqual(whom)
    for (const reminder of reminders) {
      expect(reminder).toMatchObject({ kind: 'overdue', due: '2026-02-01', occasion: '2026-02-01' })
    }
  })
})
