import type { PartialDate, Study } from '../../domain/model/index.ts'
import { sorted } from '../json/index.ts'
import { dateParts } from '../phrases/index.ts'
import type { CslItem } from '../schemas/index.ts'
import { oncePerStudy } from './oncePerStudy.ts'

/** A source as CSL-JSON, for every style but Vancouver. Holds bibliography, no facts of the study. */
export const toCsl = oncePerStudy((study) => sorted(cslItem(study)))

function cslItem(study: Study): CslItem {
  const { identifiers } = study
  const custom = {
    nct: identifiers.nct,
    authorsComplete: study.authorsComplete ? undefined : (false as const),
  }
  const hasCustom = Object.values(custom).some((value) => value !== undefined)
  return {
    id: study.key,
    type: cslType(study),
    title: study.title,
    author: study.authors.length === 0 ? undefined : study.authors.map((author) => ({ ...author })),
    'container-title': study.containerTitle,
    publisher: study.publisher,
    issued: cslDate(study.issued),
    accessed: cslDate(study.accessed),
    volume: study.volume,
    issue: study.issue,
    page: study.page,
    DOI: identifiers.doi,
    PMID: identifiers.pmid,
    PMCID: identifiers.pmcid,
    URL: study.url,
    status: study.status === 'active' ? undefined : study.status,
    custom: hasCustom ? custom : undefined,
  }
}

function cslType({ sourceType, containerTitle }: Study): CslItem['type'] {
  if (sourceType === 'guideline') return 'report'
  if (sourceType === 'regulatory-document') return 'webpage'
  return containerTitle === undefined ? 'article' : 'article-journal'
}

function cslDate(date: PartialDate | undefined): CslItem['issued'] {
  if (date === undefined) return undefined
  const { year, month, day } = dateParts(date)
  return { 'date-parts': [[year, month, day].filter((part) => part !== undefined)] }
}
