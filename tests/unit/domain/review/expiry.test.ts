import { describe, expect, it } from 'vitest'
import type {
  Claim,
  Graph,
  ReviewPolicyTable,
  Subject,
} from '../../../../src/domain/model/index.ts'
import { defaultReviewPolicy, standingOf } from '../../../../src/domain/review/index.ts'
import { bela, claim, emil, erin, Journal, ravi, rita, study, therapy } from './world.ts'

/** The signature of 1 March 2025 holds until 1 March 2026. */
const lastDay = new Date('2026-03-01T23:59:59Z')
const dayAfter = new Date('2026-03-02T00:00:00Z')

const signed = (subject: Subject = claim()) =>
  new Journal([study(), subject])
    .add('edit', subject, erin)
    .add('submit', subject, erin)
    .add('approve', subject, rita)

const live = (subject: Subject = claim()) => signed(subject).add('publish', subject, erin)

function standing(journal: Journal, subject: Subject, at: Date, change: Partial<Graph> = {}) {
  return standingOf(subject, { ...journal.graph(), ...change }, at)
}

describe('a text whose review interval has run out', () => {
  it.each<[string, Subject]>([
    ['claim', claim()],
    ['page', therapy()],
  ])('is back with its reviewers the day after, be it a %s', (_, subject) => {
    expect(standing(live(subject), subject, lastDay)).toMatchObject({
      reviewState: 'approved',
      isExpired: false,
    })
    expect(standing(live(subject), subject, dayAfter)).toMatchObject({
      reviewState: 'in-review',
      liveState: 'live',
      isExpired: true,
      missing: 0,
      lastReviewed: '2025-03-01',
      reviewDue: '2026-03-01',
      approvals: [{ actor: rita }],
      renewal: { approvals: [] },
    })
  })

  it('is the same whether or not the log says so', () => {
    const at = '2026-03-02T00:10:00.000Z'
    const silent = live()
    const written = live().add('expire', claim(), rita, { at })
    expect(standing(written, claim(), dayAfter)).toEqual(standing(silent, claim(), dayAfter))
  })

  it('stays expired once the log says so, whatever the clock or the interval says later', () => {
    const written = live().add('expire', claim(), rita)
    expect(standing(written, claim(), new Date('2025-06-01T00:00:00Z'))).toMatchObject({
      reviewState: 'in-review',
      isExpired: true,
      renewal: { approvals: [] },
    })
  })

  it.each([true, false])('is approved anew by its reviewers, expiry written: %s', (isWritten) => {
    const journal = live()
    if (isWritten) journal.add('expire', claim(), rita, { at: '2026-03-02T00:10:00.000Z' })
    journal.add('approve', claim(), rita, { at: '2026-03-02T09:00:00.000Z' })
    expect(standing(journal, claim(), dayAfter)).toMatchObject({
      reviewState: 'approved',
      isExpired: false,
      lastReviewed: '2026-03-02',
      reviewDue: '2027-03-02',
    })
  })

  it('needs all of its signatures anew', () => {
    const thin: Claim = claim({ claimKind: 'benefit', certainty: 'low' })
    const journal = new Journal([study(), thin])
      .add('edit', thin, erin)
      .add('submit', thin, erin)
      .add('approve', thin, rita)
      .add('approve', thin, ravi)
      .add('expire', thin, rita, { at: '2026-03-02T00:10:00.000Z' })
      .add('approve', thin, rita, { at: '2026-03-02T09:00:00.000Z' })
    expect(standing(journal, thin, dayAfter)).toMatchObject({
      reviewState: 'in-review',
      renewal: { approvals: [{ actor: rita }] },
    })
    journal.add('approve', thin, ravi, { at: '2026-03-02T10:00:00.000Z' })
    expect(standing(journal, thin, dayAfter)).toMatchObject({ reviewState: 'approved' })
  })

  it('can be sent back, which ends its signatures', () => {
    const journal = live().add('request-changes', claim(), ravi, { reason: 'Read it again.' })
    expect(standing(journal, claim(), dayAfter)).toMatchObject({
      reviewState: 'changes-requested',
      isExpired: false,
      approvals: [],
    })
  })

  it('does not touch the draft beside it', () => {
    const next = claim({ statement: 'Other words.' })
    const journal = live()
      .set(next)
      .add('edit', next, emil)
      .add('submit', next, emil)
      .add('expire', claim(), rita)
    expect(standing(journal, next, dayAfter).reviewState).toBe('in-review')
    journal.add('approve', next, ravi, { at: '2026-03-02T09:00:00.000Z' })
    expect(standing(journal, next, dayAfter).reviewState).toBe('approved')
    expect(standing(journal, claim(), dayAfter)).toMatchObject({ isExpired: true })
  })

  it('leaves a text alone that was not signed, or not any more', () => {
    const draft = new Journal([study(), claim()]).add('edit', claim(), erin)
    const before = standing(draft, claim(), dayAfter)
    draft.add('expire', claim(), rita)
    expect(standing(draft, claim(), dayAfter)).toEqual(before)
  })
})

describe('what people arrange around a text', () => {
  it('changes neither its state nor its signatures', () => {
    const journal = live()
    const before = standing(journal, claim(), lastDay)
    journal
      .add('assign', claim(), erin, { assignee: 'ravi' })
      .add('comment', claim(), emil, { text: 'Why?' })
      .add('resolve', claim(), rita, { refersTo: 6 })
      .add('schedule', claim(), bela, { publishAt: '2025-05-01T00:00:00.000Z' })
      .add('unschedule', claim(), bela, { refersTo: 8 })
      .add('schedule-failed', claim(), bela, { refersTo: 8, reason: 'No.' })
    expect(standing(journal, claim(), lastDay)).toEqual(before)
  })

  it.each(['assign', 'comment', 'resolve', 'schedule', 'unschedule', 'schedule-failed'] as const)(
    'does not hide an edit that follows it: %s',
    (action) => {
      const next = claim({ statement: 'Other words.' })
      const journal = signed().set(next).add(action, next, emil)
      journal.add('edit', next, emil)
      expect(standing(journal, next, lastDay)).toMatchObject({ reviewState: 'draft' })
      journal.set(claim()).add('edit', claim(), emil)
      expect(standing(journal, claim(), lastDay)).toMatchObject({ reviewState: 'draft' })
    },
  )
})

describe('a text that was reinstated', () => {
  it('is live as a published one, with signatures given since it was withdrawn', () => {
    const journal = live()
      .add('withdraw', claim(), erin, { reason: 'Doubts.' })
      .add('submit', claim(), erin)
      .add('approve', claim(), ravi)
      .add('reinstate', claim(), erin, { reason: 'The doubts are settled.' })
    const back = standing(journal, claim(), lastDay)
    expect(back).toMatchObject({ liveState: 'live', version: 2, reviewState: 'approved' })
    expect(back.publishedHash).toBe(back.contentHash)
    const next = claim({ statement: 'Other words.' })
    journal.add('edit', next, emil)
    expect(standing(journal, claim(), lastDay)).toMatchObject({ reviewState: 'approved' })
    expect(standing(journal, next, lastDay)).toMatchObject({ reviewState: 'draft' })
  })

  it('makes who published a study again an author of the facts it brought', () => {
    const changed = study({ sampleSize: 90 })
    const journal = new Journal([study(), claim()])
      .add('edit', claim(), erin)
      .add('edit', study(), bela, { changed: ['sampleSize'] })
      .add('submit', claim(), erin)
      .add('approve', claim(), rita)
      .set(changed)
      .add('reinstate', changed, emil)
    expect(standing(journal, claim(), lastDay).authors.map(({ key }) => key)).toEqual(['bela'])
  })
})

describe('the policy of an installation', () => {
  const asking = (approvals: number, months = 12): { policy: ReviewPolicyTable } => ({
    policy: {
      rows: [
        {
          kinds: ['claim', 'therapy', 'article', 'disclaimer'],
          policy: { approvals, roles: ['reviewer'] },
        },
      ],
      intervals: {
        ...defaultReviewPolicy.intervals,
        byKind: { claim: months, therapy: months, article: months, disclaimer: months },
      },
    },
  })

  it('says how many signatures a text lacks', () => {
    const journal = new Journal([study(), claim()]).add('submit', claim(), erin)
    expect(standing(journal, claim(), lastDay, asking(3))).toMatchObject({ missing: 3 })
  })

  it('that asks for more leaves what was signed standing until its review is due', () => {
    expect(standing(live(), claim(), lastDay, asking(2))).toMatchObject({
      reviewState: 'approved',
      missing: 0,
      policy: { approvals: 1 },
    })
    const { policy } = asking(2).policy.rows[0] ?? {}
    if (policy === undefined) throw new Error('The table has no row.')
    const renewing = live().add('approve', claim(), rita, {
      at: '2026-02-20T09:00:00.000Z',
      policy,
    })
    expect(standing(renewing, claim(), lastDay, asking(2))).toMatchObject({
      reviewState: 'approved',
      reviewDue: '2026-03-01',
      renewal: { approvals: [{ actor: rita }] },
    })
    expect(standing(renewing, claim(), dayAfter, asking(2))).toMatchObject({
      reviewState: 'in-review',
    })
    renewing.add('approve', claim(), ravi, { at: '2026-03-02T09:00:00.000Z', policy })
    expect(standing(renewing, claim(), dayAfter, asking(2))).toMatchObject({
      reviewState: 'approved',
      policy: { approvals: 2 },
    })
  })

  it('says how long signatures hold', () => {
    expect(standing(live(), claim(), lastDay, asking(1, 6))).toMatchObject({
      reviewDue: '2025-09-01',
      isExpired: true,
    })
  })
})
