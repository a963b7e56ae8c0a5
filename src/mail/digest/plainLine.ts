/**
 * A text as one line that cannot break out of where it stands: line breaks and control characters
 * (so that no header is added, RFC 5322, 2.2), and the marks that reorder what is read, become
 * spaces.
 */
export function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** One line of at most so many characters, cut between words where there are any. */
export function shortLine(text: string, longest: number): string {
  const line = plainLine(text)
  if (line.length <= longest) return line
  const head = line.slice(0, longest - 1)
  const cut = Math.max(head.lastIndexOf(' '), Math.floor(longest / 2))
  // A pair of surrogates is one character.
  return `${head.slice(0, cut).replace(/[\uD800-\uDBFF]$/, '')}…`
}
