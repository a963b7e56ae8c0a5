import type { PhrasingContent } from 'mdast'
import type { Claim, Stance } from '../../domain/model/index.ts'
import { stances } from '../../domain/model/index.ts'
import type { ItemContext } from './itemContext.ts'
import { claimDirective } from '../tree/index.ts'
import { text } from './words.ts'

/**
 * A claim as it is read in a text: its statement, the sources that support it, and in brackets how
 * certain the evidence is and which sources contradict it or are background:
 * `Statement.[^a][^b] (certainty: low; contradicted by[^c])`
 */
function claimInPlace(claim: Claim, { phrases }: ItemContext): PhrasingContent[] {
  const asides: PhrasingContent[][] = [
    ...(claim.certainty === undefined ? [] : [[text(phrases.certainty(claim.certainty))]]),
    ...(['contradicts', 'background'] as const).flatMap((stance) => {
      const references = sources(claim, stance)
      return references.length === 0 ? [] : [[text(phrases.stances[stance]), ...references]]
    }),
  ]
  return [
    text(claim.statement),
    ...sources(claim, 'supports'),
    ...(asides.length === 0 ? [] : [text(' ('), ...joined(asides), text(')')]),
  ]
}

/** The same, marked as that claim. */
export function markedClaim(claim: Claim, context: ItemContext): PhrasingContent {
  return claimDirective(claim.key, claim.certainty, claimInPlace(claim, context))
}

/** A claim's citations by stance, in the order that readers meet them; within a stance as written. */
export function citationsInOrder({ citations }: Claim): Claim['citations'] {
  return stances.flatMap((stance) => citations.filter((citation) => citation.stance === stance))
}

/** Footnote reference to a source; the footnote itself is added by withFootnotes. */
export function sourceReference(study: string): PhrasingContent {
  return { type: 'footnoteReference', identifier: study, label: study }
}

function sources({ citations }: Claim, stance: Stance): PhrasingContent[] {
  const studies = citations
    .filter((citation) => citation.stance === stance)
    .map(({ study }) => study)
  return [...new Set(studies)].map(sourceReference)
}

function joined(parts: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return parts.flatMap((part, index) => [...(index === 0 ? [] : [text('; ')]), ...part])
}
