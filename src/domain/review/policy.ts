import type {
  Certainty,
  ClaimKind,
  ReviewedKind,
  ReviewPolicy,
  Subject,
  SubjectKind,
} from '../model/index.ts'

/** A row of the policy table. Conditions are joined by "and", the members of one by "or". */
interface PolicyRow {
  readonly kinds: readonly SubjectKind[]
  readonly claimKinds?: readonly ClaimKind[]
  readonly certainties?: readonly Certainty[]
  readonly policy: ReviewPolicy
}

/**
 * Who has to sign what; the first row that fits decides. A promise of benefit that the evidence
 * hardly carries is where readers are harmed most, so two people look at it.
 */
export const reviewPolicies: readonly PolicyRow[] = [
  {
    kinds: ['claim'],
    claimKinds: ['benefit'],
    certainties: ['low', 'very-low'],
    policy: { approvals: 2, roles: ['reviewer'] },
  },
  {
    kinds: ['claim', 'therapy', 'article', 'disclaimer'],
    policy: { approvals: 1, roles: ['reviewer'] },
  },
]

/** Studies and conditions go live by their findings alone. */
const noReview: ReviewPolicy = { approvals: 0, roles: [] }

/** How many people of which roles have to approve this text. No approvals means: not reviewed. */
export function policyFor(subject: Subject): ReviewPolicy {
  return reviewPolicies.find((row) => fits(row, subject))?.policy ?? noReview
}

function fits(row: PolicyRow, subject: Subject): boolean {
  if (!row.kinds.includes(subject.kind)) return false
  if (row.claimKinds === undefined && row.certainties === undefined) return true
  if (subject.kind !== 'claim') return false
  return (
    (row.claimKinds?.includes(subject.claimKind) ?? true) &&
    (row.certainties === undefined ||
      (subject.certainty !== undefined && row.certainties.includes(subject.certainty)))
  )
}

const intervals: Readonly<Record<ReviewedKind, number>> = {
  claim: 12,
  therapy: 12,
  article: 12,
  disclaimer: 12,
}

/** Months after which a signed text of this kind has to be reviewed again. */
export function reviewIntervalMonths(kind: ReviewedKind): number {
  return intervals[kind]
}
