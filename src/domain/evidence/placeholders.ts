/**
 * Identifiers that have the right shape and name nothing. They come from forms filled in to get past
 * a check, from documentation and from text generators. Each function takes a parsed identifier.
 */

// 10.5555 is Crossref's test prefix, 10.5072 was DataCite's; the others come from documentation.
const testPrefixes = new Set([
  '10.0000',
  '10.00000',
  '10.1234',
  '10.12345',
  '10.123456',
  '10.5072',
  '10.5555',
  '10.9999',
  '10.99999',
])

const dummySuffix =
  /^(?:x+|(?:x+[.\-_/])+x+|doi|example|dummy|fake|none|null|placeholder|sample|suffix|tba|tbc|tbd|test|todo|unavailable|unknown|n\/?a)$/i

export function isPlaceholderDoi(doi: string): boolean {
  const slash = doi.indexOf('/')
  return testPrefixes.has(doi.slice(0, slash)) || dummySuffix.test(doi.slice(slash + 1))
}

/** Zero, one digit all along, or counting up or down. Short numbers are real: PMID 1 is a paper. */
export function isPlaceholderNumber(digits: string): boolean {
  if (/^0*$/.test(digits)) return true
  if (digits.length < 4) return false
  return /^(\d)\1+$/.test(digits) || ascending.includes(digits) || descending.includes(digits)
}

const ascending = '01234567890'
const descending = '09876543210'
