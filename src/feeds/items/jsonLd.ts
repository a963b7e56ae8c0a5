import type {
  ClaimLeaf,
  HealthTopicContentLeaf,
  MedicalConditionLeaf,
  MedicalTherapyLeaf,
  MedicalWebPageLeaf,
  PersonLeaf,
} from 'schema-dts'
import type { Claim, Section, Stance, Study, Subject } from '../../domain/model/index.ts'
import type { Approval } from '../../domain/review/index.ts'
import {
  certaintyConcept,
  citedWork,
  filled,
  itemJsonLdContext,
  present,
  schemaMember,
  stanceTerms,
  workReference,
} from '../linkedData/index.ts'
import type { JsonLd, OwnClaimTerms } from '../linkedData/index.ts'
import { citedStudy } from './citedStudy.ts'
import type { ItemContext } from './itemContext.ts'
import { itemUrls } from './itemUrls.ts'
import { areFictitious } from './signatures.ts'

interface WebPage {
  readonly subject: Subject
  readonly url: string
  readonly title: string
  readonly summary?: string
  /** Subjects whose authors and signers the page names. */
  readonly spokenFor: readonly Subject[]
  readonly cited: readonly Study[]
}

/** What every item is in schema.org terms: a page on medicine, reviewed by people on a date. */
export function medicalWebPage(page: WebPage, context: ItemContext): JsonLd {
  const { publisher, channel, phrases } = context
  const { approvals, lastReviewed } = context.standing(page.subject)
  const node: MedicalWebPageLeaf = present({
    '@type': 'MedicalWebPage',
    '@id': page.url,
    url: page.url,
    name: page.title,
    description: page.summary,
    inLanguage: channel.language,
    lastReviewed,
    reviewedBy: filled(approvals.map((approval) => reviewer(approval, context))),
    creativeWorkStatus: areFictitious(page.spokenFor, context)
      ? phrases.fictitiousSigners
      : undefined,
    citation: filled(page.cited.map(citedWork)),
    publisher: { '@type': 'Organization', name: publisher.name, url: publisher.url },
    license: publisher.licence.url,
  })
  return { '@context': itemJsonLdContext(publisher.publicUrl), ...node }
}

function reviewer({ actor }: Pick<Approval, 'actor'>, { phrases }: ItemContext): PersonLeaf {
  return present({
    '@type': 'Person',
    name: actor.name,
    honorificSuffix: actor.credentials,
    identifier: actor.orcid === undefined ? undefined : `https://orcid.org/${actor.orcid}`,
    disambiguatingDescription: actor.isFictitious ? phrases.fictitious : undefined,
  })
}

/** The therapies and conditions that a text is about. Says nothing of whether one helps the other. */
export function aboutTherapies(
  therapies: readonly string[],
  conditions: readonly string[],
  context: ItemContext,
): JsonLd {
  return {
    about: filled(therapies.flatMap((key) => therapyNode(key, context))),
    mentions: filled(conditions.flatMap((key) => conditionNode(key, context))),
  }
}

function therapyNode(key: string, context: ItemContext): readonly MedicalTherapyLeaf[] {
  const therapy = context.therapy(key)
  if (therapy === undefined) return []
  const { title, alternateNames } = therapy
  return [
    present({ '@type': 'MedicalTherapy', name: title, alternateName: filled(alternateNames) }),
  ]
}

function conditionNode(key: string, context: ItemContext): readonly MedicalConditionLeaf[] {
  const condition = context.condition(key)
  if (condition === undefined) return []
  const { name, icd10, mesh } = condition
  const code = filled([...medicalCode(icd10, 'ICD-10'), ...medicalCode(mesh, 'MeSH')])
  return [present({ '@type': 'MedicalCondition', name, code })]
}

function medicalCode(codeValue: string | undefined, codingSystem: string) {
  return codeValue === undefined
    ? []
    : [{ '@type': 'MedicalCode', codeValue, codingSystem } as const]
}

type SectionRead = Pick<Section, 'heading' | 'aspect'> & {
  /** Keys of the claims that stand in it. */
  readonly claims: readonly string[]
}

/** The parts of a page by what they are about, each with its claims. */
export function healthAspectParts(
  sections: readonly SectionRead[],
  claims: readonly Claim[],
  context: ItemContext,
): JsonLd {
  const byKey = new Map(claims.map((claim) => [claim.key, claimNode(claim, context)]))
  return {
    hasPart: filled(
      sections.map(({ heading, aspect, claims: keys }): HealthTopicContentLeaf =>
        present({
          '@type': 'HealthTopicContent',
          name: heading,
          hasHealthAspect: schemaMember(aspect),
          hasPart: filled(keys.flatMap((key) => byKey.get(key) ?? [])),
        }),
      ),
    ),
  }
}

/** A claim as what its own page is about. */
export function statedClaim(claim: Claim, context: ItemContext): JsonLd {
  return { mainEntity: claimNode(claim, context) }
}

/**
 * A claim as schema.org knows one: a statement, without a verdict on it; with its certainty and the
 * stance of its sources in our own terms. It is the same node on its own page and on every other.
 */
function claimNode(claim: Claim, context: ItemContext): ClaimLeaf & OwnClaimTerms {
  const sources = (stance: Stance) =>
    filled(
      claim.citations.flatMap((citation) => {
        if (citation.stance !== stance) return []
        return workReference(citedStudy(citation.study, context)) ?? []
      }),
    )
  return present({
    '@type': 'Claim',
    '@id': `${itemUrls(claim, context).json}#claim`,
    text: claim.statement,
    'citegate:certainty':
      claim.certainty === undefined ? undefined : certaintyConcept(claim.certainty),
    'citegate:certaintyReason': claim.certaintyReason,
    [stanceTerms.supports]: sources('supports'),
    [stanceTerms.contradicts]: sources('contradicts'),
    [stanceTerms.background]: sources('background'),
  })
}
