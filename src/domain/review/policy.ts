import type {
  Certainty,
  ClaimKind,
  ReviewedKind,
  ReviewPolicy,
  ReviewPolicyRow,
  ReviewPolicyTable,
  Subject,
  SubjectKind,
} from '../model/index.ts'
import { certainties, claimKinds, reviewedKinds } from '../model/index.ts'

/**
 * The rules of review where an installation states none. A promise of benefit that the evidence
 * hardly carries is where readers are harmed most, so two people look at it.
 */
export const defaultReviewPolicy: ReviewPolicyTable = {
  rows: [
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
  ],
  intervals: { byKind: { claim: 12, therapy: 12, article: 12, disclaimer: 12 } },
}

/** Studies and conditions go live by their findings alone. */
const noReview: ReviewPolicy = { approvals: 0, roles: [] }

/**
 * How many people of which roles have to approve this text by a table; no approvals means: not
 * reviewed. A signature keeps the policy it was given under, so a table that asks for more later
 * leaves what is signed standing until its review is due, and asks for more at the next signature.
 *
 * @throws when no row fits a text of a reviewed kind, which parsing a table rules out: nothing goes
 *   live unsigned by a slip in a file
 */
export function policyFor(
  subject: Subject,
  table: ReviewPolicyTable = defaultReviewPolicy,
): ReviewPolicy {
  if (!isReviewedKind(subject.kind)) return noReview
  const row = table.rows.find((each) => fits(each, subject))
  if (row === undefined) throw new Error(`No row of the review policy fits ${subject.key}.`)
  return row.policy
}

/** What a row asks of a text. */
interface PolicyCase {
  readonly kind: SubjectKind
  readonly claimKind?: ClaimKind
  readonly certainty?: Certainty
}

function fits({ kinds, claimKinds: ofKinds, certainties: of }: ReviewPolicyRow, text: PolicyCase) {
  const { kind, claimKind, certainty } = text
  if (!isReviewedKind(kind) || !kinds.includes(kind)) return false
  if (ofKinds !== undefined && (claimKind === undefined || !ofKinds.includes(claimKind))) {
    return false
  }
  return of === undefined || (certainty !== undefined && of.includes(certainty))
}

/**
 * The texts that no row of a table fits, in words: they would go live unsigned. A table without any
 * is complete.
 */
export function textsWithoutPolicy(rows: readonly ReviewPolicyRow[]): readonly string[] {
  const isOpen = (text: PolicyCase) => !rows.some((row) => fits(row, text))
  return reviewedKinds.flatMap((kind) => {
    if (kind !== 'claim') return isOpen({ kind }) ? kind : []
    return claimKinds.flatMap((claimKind) => {
      const open = certainties.filter((certainty) => isOpen({ kind, claimKind, certainty }))
      const missing = [...open, ...(isOpen({ kind, claimKind }) ? ['none'] : [])]
      if (missing.length === 0) return []
      return missing.length > certainties.length
        ? `${claimKind} claim`
        : `${claimKind} claim of the certainty ${missing.join(' or ')}`
    })
  })
}

/** Months after which this text, once signed, has to be reviewed again; undefined: never signed. */
export function reviewIntervalMonths(
  subject: Subject,
  { intervals }: ReviewPolicyTable = defaultReviewPolicy,
): number | undefined {
  if (!isReviewedKind(subject.kind)) return undefined
  const ofClaim = subject.kind === 'claim' ? intervals.byClaimKind?.[subject.claimKind] : undefined
  return ofClaim ?? intervals.byKind[subject.kind]
}

function isReviewedKind(kind: Subject['kind']): kind is ReviewedKind {
  return (reviewedKinds as readonly string[]).includes(kind)
}
