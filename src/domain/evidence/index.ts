export { compareCertainty, highestCertainty } from './certainty.ts'
export { isDay, isPartialDate } from './dates.ts'
export { gradeCeiling, isPreclinical, oxfordLevel } from './designs.ts'
export type { OxfordLevel } from './designs.ts'
export { isSameDoi, parseDoi } from './doi.ts'
export {
  hasValidIdentifier,
  identifierProblems,
  identifierSchemes,
  validIdentifiers,
} from './identifiers.ts'
export type { IdentifierName, IdentifierProblem } from './identifiers.ts'
export { parseNct } from './nct.ts'
export { orcidCheckCharacter, parseOrcid } from './orcid.ts'
export { isPlaceholderDoi, isPlaceholderNumber } from './placeholders.ts'
export { parsePmcid, parsePmid } from './pubmed.ts'
export { identifierUrl, isDatedDocument, isIdentified } from './source.ts'
