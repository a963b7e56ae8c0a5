import type {
  CreativeWorkLeaf,
  MedicalScholarlyArticleLeaf,
  OrganizationLeaf,
  PersonLeaf,
  PropertyValueLeaf,
} from 'schema-dts'
import { identifierUrl, oxfordLevel } from '../../domain/evidence/index.ts'
import type { Author, Study } from '../../domain/model/index.ts'
import { sorted } from '../json/index.ts'
import { oncePerStudy } from '../references/index.ts'
import { filled, present } from './jsonLd.ts'
import type { NodeReference } from './jsonLd.ts'
import type { OwnWorkTerms } from './ownTerms.ts'
import { studyEntity } from './studyEntity.ts'

type CitedWork = (MedicalScholarlyArticleLeaf | CreativeWorkLeaf) & OwnWorkTerms

/**
 * A source as a cited work, named by the address that its identifier leads to: what a claim says of
 * it and what a page cites are then one node. Only what is a study counts as a scholarly article.
 */
export const citedWork = oncePerStudy((study) => sorted(work(study)))

/** The name of a cited work; undefined for a source without an identifier or address. */
export function workReference(study: Study): NodeReference | undefined {
  const url = identifierUrl(study)
  return url === undefined ? undefined : { '@id': url }
}

function work(study: Study): CitedWork {
  const { identifiers, containerTitle, design } = study
  const entity = studyEntity(study)
  return present({
    '@type': study.sourceType === 'study' ? 'MedicalScholarlyArticle' : 'CreativeWork',
    ...workReference(study),
    name: study.title,
    author: filled(study.authors.map(author)),
    datePublished: study.issued,
    isPartOf:
      containerTitle === undefined
        ? undefined
        : ({ '@type': 'Periodical', name: containerTitle } as const),
    identifier: filled([
      ...identifier('DOI', identifiers.doi),
      ...identifier('PMID', identifiers.pmid),
      ...identifier('PMCID', identifiers.pmcid),
      ...(entity === undefined ? identifier('ClinicalTrials.gov', identifiers.nct) : []),
    ]),
    creativeWorkStatus: study.status === 'active' ? undefined : study.status,
    url: identifierUrl(study),
    about: entity,
    'citegate:oxfordLevel':
      study.sourceType === 'regulatory-document' || design === undefined
        ? undefined
        : oxfordLevel(design, study.includedDesign),
  })
}

function author(name: Author): OrganizationLeaf | PersonLeaf {
  return 'literal' in name
    ? { '@type': 'Organization', name: name.literal }
    : present({ '@type': 'Person', familyName: name.family, givenName: name.given })
}

function identifier(propertyID: string, value: string | undefined): readonly PropertyValueLeaf[] {
  return value === undefined ? [] : [{ '@type': 'PropertyValue', propertyID, value }]
}
