import type { Identifiers } from '../model/index.ts'
import { parseDoi } from './doi.ts'
import { parseNct } from './nct.ts'
import { isPlaceholderDoi, isPlaceholderNumber } from './placeholders.ts'
import { parsePmcid, parsePmid } from './pubmed.ts'

export type IdentifierName = keyof Identifiers

interface IdentifierScheme {
  readonly name: IdentifierName
  readonly label: string
  /** What a right one looks like, for messages. */
  readonly shape: string
  readonly parse: (text: string) => string | undefined
  readonly isPlaceholder: (parsed: string) => boolean
  readonly url: (parsed: string) => string
}

/** The identifier schemes, in the order in which a link to the source is chosen. */
export const identifierSchemes: readonly IdentifierScheme[] = [
  {
    name: 'doi',
    label: 'DOI',
    shape: '10.prefix/suffix',
    parse: parseDoi,
    isPlaceholder: isPlaceholderDoi,
    // DOI Handbook, "Encoding issues": what a URL would read differently is percent-encoded.
    url: (doi) => `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`,
  },
  {
    name: 'pmid',
    label: 'PMID',
    shape: 'one to eight digits',
    parse: parsePmid,
    isPlaceholder: isPlaceholderNumber,
    url: (pmid) => `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
  },
  {
    name: 'pmcid',
    label: 'PMCID',
    shape: 'PMC and digits',
    parse: parsePmcid,
    isPlaceholder: (pmcid) => isPlaceholderNumber(pmcid.slice('PMC'.length)),
    url: (pmcid) => `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`,
  },
  {
    name: 'nct',
    label: 'ClinicalTrials.gov number',
    shape: 'NCT and eight digits',
    parse: parseNct,
    isPlaceholder: (nct) => isPlaceholderNumber(nct.slice('NCT'.length)),
    url: (nct) => `https://clinicaltrials.gov/study/${nct}`,
  },
]

/** What is the matter with one identifier of a source. */
export type IdentifierProblem = {
  readonly name: IdentifierName
  readonly label: string
  readonly value: string
} & (
  | { readonly problem: 'malformed'; readonly shape: string }
  | { readonly problem: 'placeholder' }
  | { readonly problem: 'not-canonical'; readonly canonical: string }
)

/** Every identifier that is given and is not what the model asks for, in the order of the schemes. */
export function identifierProblems(identifiers: Identifiers): IdentifierProblem[] {
  return identifierSchemes.flatMap((scheme): IdentifierProblem[] => {
    const { name, label, shape } = scheme
    const value = identifiers[name]
    if (value === undefined) return []
    const parsed = scheme.parse(value)
    if (parsed === undefined) return [{ name, label, value, problem: 'malformed', shape }]
    if (scheme.isPlaceholder(parsed)) return [{ name, label, value, problem: 'placeholder' }]
    if (parsed !== value)
      return [{ name, label, value, problem: 'not-canonical', canonical: parsed }]
    return []
  })
}

/** True if at least one identifier is well-formed and not a placeholder. */
export function hasValidIdentifier(source: { readonly identifiers: Identifiers }): boolean {
  return validIdentifiers(source.identifiers).length > 0
}

/** The identifiers that can be followed, parsed, in the order of the schemes. */
export function validIdentifiers(
  identifiers: Identifiers,
): { readonly name: IdentifierName; readonly value: string; readonly url: string }[] {
  return identifierSchemes.flatMap((scheme) => {
    const parsed = scheme.parse(identifiers[scheme.name] ?? '')
    return parsed === undefined || scheme.isPlaceholder(parsed)
      ? []
      : [{ name: scheme.name, value: parsed, url: scheme.url(parsed) }]
  })
}
