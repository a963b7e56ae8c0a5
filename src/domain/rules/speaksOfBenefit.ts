import type { Claim } from '../model/index.ts'

/** True for what a reader takes as a promise: a benefit claim, or a comparison that favours. */
export function speaksOfBenefit(claim: Claim): boolean {
  return (
    claim.claimKind === 'benefit' ||
    (claim.claimKind === 'comparison' && claim.direction === 'favours')
  )
}
