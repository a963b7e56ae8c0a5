import type { ReviewPolicy } from './log.ts'
import type { Certainty, ClaimKind, ReviewedKind } from './vocabulary.ts'

/**
 * Who has to sign which texts. Conditions are joined by "and", the members of one by "or"; a row
 * with claim kinds or certainties fits claims only.
 */
export interface ReviewPolicyRow {
  readonly kinds: readonly ReviewedKind[]
  readonly claimKinds?: readonly ClaimKind[]
  readonly certainties?: readonly Certainty[]
  readonly policy: ReviewPolicy
}

/** An installation's rules of review, as data. */
export interface ReviewPolicyTable {
  /** The first row that fits a text decides; every reviewed kind has a row that fits all of it. */
  readonly rows: readonly ReviewPolicyRow[]
  /** Months after which a signed text has to be reviewed again. */
  readonly intervals: {
    readonly byKind: Readonly<Record<ReviewedKind, number>>
    /** Instead of that of all claims. */
    readonly byClaimKind?: Readonly<Partial<Record<ClaimKind, number>>>
  }
}
