const resolver = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i
const label = /^doi:?\s*/i

// Crossref's own pattern misses old Wiley names such as 10.1002/(SICI)…<1::AID…>, so the suffix may
// hold anything visible.
const doi = /^10\.\d{4,9}\/[^\s\p{C}]+$/u

/**
 * Reads a DOI as people write it: bare, with `doi:`, or as a link to the resolver.
 * Returns the bare name as it was spelled, or undefined where there is none.
 */
export function parseDoi(text: string): string | undefined {
  const trimmed = text.trim()
  const bare = resolver.test(trimmed)
    ? decode(trimmed.replace(resolver, ''))
    : trimmed.replace(label, '')
  return doi.test(bare) ? bare : undefined
}

/** DOI names are compared without regard to case (DOI Handbook, "Case sensitivity"). */
export function isSameDoi(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
