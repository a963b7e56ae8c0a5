import { describe, expect, it } from 'vitest'
import { certainties, claimKinds, reviewedKinds } from '../../../../src/domain/model/index.ts'
import {
  addDays,
  addMonths,
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
})

describe('review dates', () => {
  it.each(reviewedKinds)('are a year apart for a %s', (kind) => {
    expect(reviewIntervalMonths(kind)).toBe(12)
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
