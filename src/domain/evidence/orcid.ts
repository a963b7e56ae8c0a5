const link = /^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i

/**
 * Reads an ORCID iD, bare or as a link. Returns it in groups of four, or undefined where the shape or
 * the check character is wrong.
 */
export function parseOrcid(text: string): string | undefined {
  const bare = text.trim().replace(link, '').replace(/\/$/, '').toUpperCase()
  if (!/^(?:\d{4}-){3}\d{3}[\dX]$/.test(bare)) return undefined
  const characters = bare.replaceAll('-', '')
  return orcidCheckCharacter(characters.slice(0, 15)) === characters.at(15) ? bare : undefined
}

/** The sixteenth character of an ORCID iD: ISO/IEC 7064, MOD 11-2, over the first fifteen digits. */
export function orcidCheckCharacter(digits: string): string {
  let total = 0
  for (const digit of digits) total = (total + Number(digit)) * 2
  const check = (12 - (total % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
