import { identifierUrl } from '../../domain/evidence/index.ts'
import type { Claim } from '../../domain/model/index.ts'
import { vancouverText } from '../references/index.ts'
import type { PageClaim } from '../schemas/index.ts'
import { citedStudy } from './citedStudy.ts'
import { citationsInOrder } from './claimInPlace.ts'
import type { ItemContext } from './itemContext.ts'
import { itemUrls } from './itemUrls.ts'
import { signedContent } from './signatures.ts'

type SignedName = 'version' | 'contentHash' | 'lastReviewed' | 'reviewDue' | 'approvals'

/** What a claim says and rests on, as data. */
export function claimContent(
  claim: Claim,
  context: ItemContext,
): Omit<PageClaim, 'key' | 'url' | SignedName> {
  return {
    statement: claim.statement,
    claimKind: claim.claimKind,
    direction: claim.direction,
    certainty: claim.certainty,
    certaintyReason: claim.certaintyReason,
    therapy: { key: claim.therapy, title: context.therapy(claim.therapy)?.title },
    condition:
      claim.condition === undefined
        ? undefined
        : { key: claim.condition, title: context.condition(claim.condition)?.name },
    population: claim.population,
    outcome: claim.outcome,
    comparator: claim.comparator,
    followUpMonths: claim.followUpMonths,
    jurisdiction: claim.jurisdiction,
    regulatoryStatus: claim.regulatoryStatus,
    citations: citationsInOrder(claim).map(({ study: key, stance, locator, quote }) => {
      const study = citedStudy(key, context)
      return {
        study: key,
        stance,
        locator,
        quote,
        reference: vancouverText(study),
        url: identifierUrl(study),
      }
    }),
  }
}

/** A claim as a page carries it. */
export function pageClaim(claim: Claim, context: ItemContext): PageClaim {
  return {
    key: claim.key,
    url: itemUrls(claim, context).json,
    ...claimContent(claim, context),
    ...signedContent(claim, context),
  }
}
