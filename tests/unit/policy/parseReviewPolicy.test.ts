import { describe, expect, it } from 'vitest'
import { claimKinds } from '../../../src/domain/model/index.ts'
import { defaultReviewPolicy, policyFor } from '../../../src/domain/review/index.ts'
import { exampleHarm, exampleTherapy } from '../../../src/domain/rules/index.ts'
import { parseReviewPolicy } from '../../../src/policy/index.ts'

const everything = { kinds: ['claim', 'therapy', 'article', 'disclaimer'], approvals: 1 }

function problems(value: unknown): string {
  const parsed = parseReviewPolicy(value)
  return parsed.ok ? '' : parsed.problems.join('; ')
}

describe('a table of review rules', () => {
  it('can say what the default one says', () => {
    const value = {
      rows: [
        {
          kinds: ['claim'],
          claimKinds: ['benefit'],
          certainties: ['low', 'very-low'],
          approvals: 2,
        },
        everything,
      ],
    }
    const parsed = parseReviewPolicy(value)
    expect(parsed).toEqual({
      ok: true,
      policy: {
        ...defaultReviewPolicy,
        intervals: { ...defaultReviewPolicy.intervals, byClaimKind: {} },
      },
    })
  })

  it('asks for more signatures and shorter intervals where it says so', () => {
    const parsed = parseReviewPolicy({
      rows: [
        { kinds: ['claim'], claimKinds: ['harm'], approvals: 3, roles: ['reviewer'] },
        everything,
      ],
      intervals: { therapy: 24 },
      claimIntervals: { regulatory: 6 },
    })
    if (!parsed.ok) throw new Error(parsed.problems.join())
    expect(policyFor(exampleHarm(), parsed.policy).approvals).toBe(3)
    expect(policyFor(exampleTherapy(), parsed.policy).approvals).toBe(1)
    expect(parsed.policy.intervals).toEqual({
      byKind: { claim: 12, therapy: 24, article: 12, disclaimer: 12 },
      byClaimKind: { regulatory: 6 },
    })
  })

  it('is refused when a kind would go live unsigned, and says which', () => {
    const without = { ...everything, kinds: ['claim', 'article'] }
    expect(problems({ rows: [without] })).toBe(
      'no row says who signs therapy, disclaimer: such texts would go live unsigned',
    )
    const pages = { ...everything, kinds: ['therapy', 'article', 'disclaimer'] }
    for (const claimKind of claimKinds) {
      expect(problems({ rows: [pages] })).toContain(`${claimKind} claim`)
    }
    const some = {
      kinds: ['claim'],
      claimKinds: claimKinds.filter((kind) => kind !== 'harm'),
      approvals: 1,
    }
    const sure = { kinds: ['claim'], certainties: ['high', 'moderate'], approvals: 1 }
    expect(problems({ rows: [pages, some, sure] })).toBe(
      'no row says who signs harm claim of the certainty low or very-low or none: such texts would go live unsigned',
    )
  })

  it.each<[string, unknown, string]>([
    ['that is no object', [], 'object'],
    ['without rows', { rows: [] }, 'rows'],
    ['that asks for nobody', { rows: [{ ...everything, approvals: 0 }] }, 'rows.0.approvals'],
    ['that asks for six', { rows: [{ ...everything, approvals: 6 }] }, 'rows.0.approvals'],
    ['that asks for no role', { rows: [{ ...everything, roles: [] }] }, 'rows.0.roles'],
    [
      'that lets editors sign',
      { rows: [{ ...everything, roles: ['editor'] }] },
      'editor cannot sign',
    ],
    [
      'that lets administrators sign',
      { rows: [{ ...everything, roles: ['admin'] }] },
      'admin cannot sign',
    ],
    [
      'with a kind that is not reviewed',
      { rows: [{ ...everything, kinds: ['study'] }] },
      'rows.0.kinds',
    ],
    ['with an unknown word', { rows: [everything], interval: {} }, 'interval'],
    [
      'with an interval of no months',
      { rows: [everything], intervals: { claim: 0 } },
      'intervals.claim',
    ],
    [
      'with conditions on claims in a row about pages',
      { rows: [{ ...everything, certainties: ['low'] }, everything] },
      'claims only',
    ],
  ])('%s is refused, and says where', (_, value, words) => {
    expect(problems(value)).toContain(words)
  })
})
