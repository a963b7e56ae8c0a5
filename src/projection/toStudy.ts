import type { Author, Study } from '../domain/model/index.ts'
import type { Study as StudyDocument } from '../payload-types.ts'
import { optional, present } from './text.ts'

/** A study document as the domain sees it. Never fails: what is missing is absent. */
export function toStudy(document: Partial<StudyDocument>): Study {
  return present({
    kind: 'study' as const,
    key: document.key ?? '',
    sourceType: document.sourceType ?? 'study',
    title: document.title ?? '',
    authors: (document.authors ?? []).flatMap(toAuthor),
    authorsComplete: document.authorsComplete ?? true,
    containerTitle: optional(document.containerTitle),
    publisher: optional(document.publisher),
    issued: optional(document.issued),
    volume: optional(document.volume),
    issue: optional(document.issue),
    page: optional(document.page),
    identifiers: present({
      doi: optional(document.doi),
      pmid: optional(document.pmid),
      pmcid: optional(document.pmcid),
      nct: optional(document.nct),
    }),
    url: optional(document.url),
    accessed: optional(document.accessed),
    design: optional(document.design),
    includedDesign: optional(document.includedDesign),
    sampleSize: optional(document.sampleSize),
    population: optional(document.population),
    intervention: optional(document.intervention),
    comparator: optional(document.comparator),
    followUpMonths: optional(document.followUpMonths),
    primaryOutcomeMet:
      document.primaryOutcomeMet === 'yes'
        ? true
        : document.primaryOutcomeMet === 'no'
          ? false
          : undefined,
    result: optional(document.result),
    harms: optional(document.harms),
    funding: optional(document.funding),
    status: document.status ?? 'active',
    statusChecked: optional(document.statusChecked),
    noticeDoi: optional(document.noticeDoi),
    jurisdiction: optional(document.jurisdiction),
  })
}

function toAuthor(author: NonNullable<StudyDocument['authors']>[number]): Author[] {
  const literal = optional(author.literal)
  if (literal !== undefined) return [{ literal }]
  const family = optional(author.family)
  return family === undefined ? [] : [present({ family, given: optional(author.given) })]
}
