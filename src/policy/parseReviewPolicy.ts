import { z } from 'zod'
import type { ReviewPolicyRow, ReviewPolicyTable } from '../domain/model/index.ts'
import { certainties, claimKinds, reviewedKinds, roles } from '../domain/model/index.ts'
import { defaultReviewPolicy, isPermitted, textsWithoutPolicy } from '../domain/review/index.ts'

const months = z.int().min(1).max(120)

const signingRoles = roles.filter((role) => isPermitted('approve', [role]))
const signer = z.enum(roles).refine((role) => signingRoles.includes(role), {
  error: ({ input }) =>
    `the role ${String(input)} cannot sign: only ${signingRoles.join(' and ')} can`,
})

const row = z.strictObject({
  kinds: z.array(z.enum(reviewedKinds)).min(1),
  claimKinds: z.array(z.enum(claimKinds)).min(1).exactOptional(),
  certainties: z.array(z.enum(certainties)).min(1).exactOptional(),
  approvals: z.int().min(1).max(5),
  roles: z.array(signer).min(1).default(['reviewer']),
})

const file = z.strictObject({
  rows: z.array(row).min(1),
  intervals: z
    .strictObject({
      claim: months.exactOptional(),
      therapy: months.exactOptional(),
      article: months.exactOptional(),
      disclaimer: months.exactOptional(),
    })
    .default({}),
  claimIntervals: z.partialRecord(z.enum(claimKinds), months).default({}),
})

/** A table of review rules, or what is wrong with the value that should have been one. */
export type ParsedReviewPolicy =
  | { readonly ok: true; readonly policy: ReviewPolicyTable }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Reads an installation's rules of review. A table is refused if some text of a reviewed kind would
 * go live without a signature because no row fits it, and if a role is named that cannot sign.
 */
export function parseReviewPolicy(value: unknown): ParsedReviewPolicy {
  const parsed = file.safeParse(value)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`,
    )
    return { ok: false, problems }
  }
  const { intervals, claimIntervals } = parsed.data
  const rows = parsed.data.rows.map(({ approvals, roles: signers, ...conditions }) => ({
    ...conditions,
    policy: { approvals, roles: signers },
  }))
  const unsigned = textsWithoutPolicy(rows)
  const problems = [
    ...emptyRows(rows),
    ...(unsigned.length === 0
      ? []
      : [`no row says who signs ${unsigned.join(', ')}: such texts would go live unsigned`]),
  ]
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    policy: {
      rows,
      intervals: {
        byKind: { ...defaultReviewPolicy.intervals.byKind, ...intervals },
        byClaimKind: claimIntervals,
      },
    },
  }
}

/** Conditions on claims in a row that is about no claims would look like rules and be none. */
function emptyRows(rows: readonly ReviewPolicyRow[]): readonly string[] {
  return rows.flatMap(({ kinds, claimKinds: ofKinds, certainties: ofCertainties }, index) =>
    (ofKinds ?? ofCertainties) !== undefined && kinds.some((kind) => kind !== 'claim')
      ? `rows.${String(index)}: claimKinds and certainties are said of claims only, and it is about ${kinds.join(', ')} too`
      : [],
  )
}
