import { describe, expect, it } from 'vitest'
import type { ReviewPolicyTable } from '../../../../src/domain/model/index.ts'
import { certainties, claimKinds } from '../../../../src/domain/model/index.ts'
import {
  addDays,
  addMonths,
  defaultReviewPolicy,
  parseInstant,
  policyFor,
  reviewIntervalMonths,
} from '../../../../src/domain/review/index.ts'
import { claim, study, therapy } from './world.ts'

describe('policyFor', () => {
  const cells = claimKinds.flatMap((claimKind) =>
    certainties.map((certainty) => ({ claimKind, certainty })),
  )
  it.each(cells)('asks the right number for a $claimKind claim of $certainty certainty', (cell) => {
    const isThinBenefit =
      cell.claimKind === 'benefit' && (cell.certainty === 'low' || cell.certainty === 'very-low')
    expect(policyFor(claim(cell))).toEqual({
      approvals: isThinBenefit ? 2 : 1,
      roles: ['reviewer'],
    })
  })

  it('asks one reviewer for a page, and nobody for a study', () => {
    expect(policyFor(therapy())).toEqual({ approvals: 1, roles: ['reviewer'] })
    expect(policyFor(study()).approvals).toBe(0)
  })

  const three = { approvals: 3, roles: ['reviewer'] } as const
  const table: ReviewPolicyTable = {
    ...defaultReviewPolicy,
    rows: [
      { kinds: ['claim'], claimKinds: ['harm', 'regulatory'], policy: three },
      ...defaultReviewPolicy.rows,
    ],
  }

  it('follows the first row of the installation’s table that fits', () => {
    expect(policyFor(claim({ claimKind: 'harm' }), table)).toEqual(three)
    expect(policyFor(claim({ claimKind: 'mechanism' }), table).approvals).toBe(1)
    expect(policyFor(therapy(), table).approvals).toBe(1)
  })

  it('never asks a signature of a study, whatever the table', () => {
    const { rows } = defaultReviewPolicy
    expect(policyFor(study(), { ...table, rows }).approvals).toBe(0)
  })

  it('fails rather than let a text go live unsigned where no row fits', () => {
    expect(() => policyFor(therapy(), { ...table, rows: [] })).toThrow('No row')
  })
})

describe('review dates', () => {
  it('are a year apart where an installation says nothing else', () => {
    expect(reviewIntervalMonths(claim())).toBe(12)
    expect(reviewIntervalMonths(therapy())).toBe(12)
    expect(reviewIntervalMonths(study())).toBeUndefined()
  })

  it('follow the table: by kind, and for claims by claim kind where it says so', () => {
    const table: ReviewPolicyTable = {
      ...defaultReviewPolicy,
      intervals: {
        byKind: { claim: 9, therapy: 24, article: 24, disclaimer: 36 },
        byClaimKind: { regulatory: 6 },
      },
    }
    expect(reviewIntervalMonths(claim(), table)).toBe(9)
    expect(reviewIntervalMonths(claim({ claimKind: 'regulatory' }), table)).toBe(6)
    expect(reviewIntervalMonths(therapy(), table)).toBe(24)
  })

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-03-31', 0, '2025-03-31'],
  ])('count %s and %d months as %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later)
  })

  it.each([
    ['2026-03-01', -30, '2026-01-30'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-01'],
  ])('count %s and %d days as %s', (date, days, later) => {
    expect(addDays(date, days)).toBe(later)
  })
})

describe('instants', () => {
  it.each([
    ['2026-03-01T09:00:00Z', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01T09:00+02:00', '2026-03-01T07:00:00.000Z'],
    ['2026-03-01T09:00:00.25-05:30', '2026-03-01T14:30:00.250Z'],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant)
  })

  it.each([
    '',
    '2026-03-01',
    '2026-03-01T09:00:00',
    '2026-02-30T09:00:00Z',
    'tomorrow',
    '1767225600',
  ])('takes %j for none', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })
})
