import type {
  ReviewedKind,
  ReviewPolicy,
  ReviewPolicyRow,
  ReviewPolicyTable,
  Subject,
} from '../model/index.ts'
import { reviewedKinds } from '../model/index.ts'

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
  const { kind } = subject
  if (!isReviewedKind(kind)) return noReview
  const row = table.rows.find((each) => each.kinds.includes(kind) && fits(each, subject))
  if (row === undefined) throw new Error(`No row of the review policy fits the ${kind} texts.`)
  return row.policy
}

function fits({ claimKinds, certainties }: ReviewPolicyRow, subject: Subject): boolean {
  if (claimKinds === undefined && certainties === undefined) return true
  if (subject.kind !== 'claim') return false
  return (
    (claimKinds?.includes(subject.claimKind) ?? true) &&
    (certainties === undefined ||
      (subject.certainty !== undefined && certainties.includes(subject.certainty)))
  )
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
