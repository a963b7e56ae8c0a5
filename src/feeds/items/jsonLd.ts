import { identifierUrl } from '../../domain/evidence/index.ts'
import type { Author, Claim, Section, Study, Subject } from '../../domain/model/index.ts'
import { sorted } from '../json/index.ts'
import { oncePerStudy } from '../references/index.ts'
import { areFictitious } from './signatures.ts'
import type { ItemContext } from './itemContext.ts'

/** A node of JSON-LD. */
export type JsonLd = Readonly<Record<string, unknown>>

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
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalWebPage',
    '@id': page.url,
    url: page.url,
    name: page.title,
    description: page.summary,
    inLanguage: channel.language,
    lastReviewed,
    reviewedBy: filled(
      approvals.map(({ actor }) => ({
        '@type': 'Person',
        name: actor.name,
        honorificSuffix: actor.credentials,
        identifier: actor.orcid === undefined ? undefined : `https://orcid.org/${actor.orcid}`,
        disambiguatingDescription: actor.isFictitious ? phrases.fictitious : undefined,
      })),
    ),
    creativeWorkStatus: areFictitious(page.spokenFor, context)
      ? phrases.fictitiousSigners
      : undefined,
    citation: filled(page.cited.map(citedWork)),
    publisher: { '@type': 'Organization', name: publisher.name, url: publisher.url },
    license: publisher.licence.url,
  }
}

/** The therapies and conditions that a text is about. Says nothing of whether one helps the other. */
export function aboutTherapies(
  therapies: readonly string[],
  conditions: readonly string[],
  context: ItemContext,
): JsonLd {
  return {
    about: filled(
      therapies.flatMap((key) => {
        const therapy = context.therapy(key)
        if (therapy === undefined) return []
        return [
          {
            '@type': 'MedicalTherapy',
            name: therapy.title,
            alternateName: filled(therapy.alternateNames),
          },
        ]
      }),
    ),
    mentions: filled(
      conditions.flatMap((key) => {
        const condition = context.condition(key)
        if (condition === undefined) return []
        const { name, icd10, mesh } = condition
        return [
          {
            '@type': 'MedicalCondition',
            name,
            code: filled([
              ...(icd10 === undefined ? [] : [medicalCode(icd10, 'ICD-10')]),
              ...(mesh === undefined ? [] : [medicalCode(mesh, 'MeSH')]),
            ]),
          },
        ]
      }),
    ),
  }
}

/** The parts of a page by what they are about. */
export function healthAspectParts(
  sections: readonly Pick<Section, 'heading' | 'aspect'>[],
): JsonLd {
  return {
    hasPart: filled(
      sections.map(({ heading, aspect }) => ({
        '@type': 'HealthTopicContent',
        name: heading,
        hasHealthAspect: `https://schema.org/${aspect}`,
      })),
    ),
  }
}

/** A claim as schema.org knows one: a statement, without a verdict on it. */
export function statedClaim(claim: Claim): JsonLd {
  return { mainEntity: { '@type': 'Claim', text: claim.statement } }
}

/** A source as a cited work. Only what is a study counts as a scholarly article. */
export const citedWork = oncePerStudy((study) => sorted(work(study)))

function work(study: Study): JsonLd {
  const { identifiers, containerTitle } = study
  return {
    '@type': study.sourceType === 'study' ? 'MedicalScholarlyArticle' : 'CreativeWork',
    name: study.title,
    author: filled(study.authors.map(author)),
    datePublished: study.issued,
    isPartOf:
      containerTitle === undefined ? undefined : { '@type': 'Periodical', name: containerTitle },
    identifier: filled([
      ...identifier('DOI', identifiers.doi),
      ...identifier('PMID', identifiers.pmid),
      ...identifier('PMCID', identifiers.pmcid),
      ...identifier('ClinicalTrials.gov', identifiers.nct),
    ]),
    creativeWorkStatus: study.status === 'active' ? undefined : study.status,
    url: identifierUrl(study),
  }
}

function author(name: Author): JsonLd {
  return 'literal' in name
    ? { '@type': 'Organization', name: name.literal }
    : { '@type': 'Person', familyName: name.family, givenName: name.given }
}

function identifier(propertyID: string, value: string | undefined): readonly JsonLd[] {
  return value === undefined ? [] : [{ '@type': 'PropertyValue', propertyID, value }]
}

function medicalCode(codeValue: string, codingSystem: string): JsonLd {
  return { '@type': 'MedicalCode', codeValue, codingSystem }
}

/** An empty list says nothing and is left out. */
function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
