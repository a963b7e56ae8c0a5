import type { ClaimFacts } from '../../domain/disclaimers/index.ts'
import { type Json, recordOf, recordsOf, textOf } from '../unknownJson.ts'
import { withoutSpace } from '../markdownWords.ts'

/** A claim as an item carries it. */
export interface StatedClaim extends ClaimFacts {
  /** How it reads in a text: its words, then the footnotes that support it. */
  readonly words: string
}

/** The claims that an item states: those on a page, or the claim itself. */
export function statedClaims(item: Json): readonly StatedClaim[] {
  if (item.kind === 'claim') return [stated(item)]
  return recordsOf(item.claims).map(stated)
}

/** The therapies that a page is about: a slot may be required for one of them. */
export function therapiesOf(item: Json): readonly string[] {
  if (item.kind === 'therapy') return [textOf(item.key) ?? '']
  return recordsOf(item.therapies).map(({ key }) => textOf(key) ?? '')
}

function stated(claim: Json): StatedClaim {
  const supports = recordsOf(claim.citations)
    .filter(({ stance }) => stance === 'supports')
    .map(({ study }) => textOf(study) ?? '')
  const footnotes = [...new Set(supports)].map((study) => `[^${study}]`)
  return {
    key: textOf(claim.key) ?? '',
    claimKind: textOf(claim.claimKind) ?? '',
    direction: textOf(claim.direction) ?? '',
    certainty: textOf(claim.certainty) ?? undefined,
    regulatoryStatus: textOf(claim.regulatoryStatus) ?? undefined,
    therapy: textOf(recordOf(claim.therapy).key) ?? '',
    words: withoutSpace(`${textOf(claim.statement) ?? ''}${footnotes.join('')}`),
  }
}
