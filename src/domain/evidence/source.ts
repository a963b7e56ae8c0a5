import type { Study } from '../model/index.ts'
import { isDay } from './dates.ts'
import { hasValidIdentifier, validIdentifiers } from './identifiers.ts'

/** True if a reader can get to the source: by an identifier, or, for documents, by URL and date read. */
export function isIdentified(study: Study): boolean {
  return hasValidIdentifier(study) || isDatedDocument(study)
}

/** A guideline or regulatory document with a web address and the day on which it was read. */
export function isDatedDocument(study: Study): boolean {
  return (
    study.sourceType !== 'study' &&
    study.url !== undefined &&
    isWebAddress(study.url) &&
    study.accessed !== undefined &&
    isDay(study.accessed)
  )
}

/** Where a reader finds the source: doi.org, PubMed, PMC, ClinicalTrials.gov, else its own URL. */
export function identifierUrl(study: Study): string | undefined {
  const [first] = validIdentifiers(study.identifiers)
  if (first !== undefined) return first.url
  return study.url !== undefined && isWebAddress(study.url) ? study.url : undefined
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\p{C}]+$/iu.test(text) && URL.canParse(text)
}
