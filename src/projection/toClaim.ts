import type { Claim } from '../domain/model/index.ts'
import type { Claim as ClaimDocument } from '../payload-types.ts'
import type { Keys } from './keys.ts'
import { optional, present } from './text.ts'

/** A claim document as the domain sees it. Never fails: a draft may lack anything. */
export function toClaim(document: Partial<ClaimDocument>, keys: Keys): Claim {
  const keyOrNothing = (reference: ClaimDocument['condition'] | ClaimDocument['translationOf']) =>
    reference === null || reference === undefined ? undefined : keys.of(reference)
  return present({
    kind: 'claim' as const,
    key: document.key ?? '',
    language: document.language ?? '',
    translationOf: keyOrNothing(document.translationOf),
    therapy: keys.of(document.therapy),
    condition: keyOrNothing(document.condition),
    claimKind: document.claimKind ?? 'benefit',
    direction: document.direction ?? 'unclear',
    statement: document.statement ?? '',
    outcome: optional(document.outcome),
    population: optional(document.population),
    comparator: optional(document.comparator),
    followUpMonths: optional(document.followUpMonths),
    certainty: optional(document.certainty),
    certaintyReason: optional(document.certaintyReason),
    jurisdiction: optional(document.jurisdiction),
    regulatoryStatus: optional(document.regulatoryStatus),
    citations: (document.citations ?? []).map((citation) =>
      present({
        study: keys.of(citation.study),
        stance: citation.stance,
        locator: optional(citation.locator),
        quote: optional(citation.quote),
      }),
    ),
  })
}
