/** A number with its word: `1 signature`, `2 signatures`. */
export function counted(number: number, word: string): string {
  return `${String(number)} ${word}${number === 1 ? '' : 's'}`
}

/** What somebody wrote, short enough to be part of a message. */
export function quoted(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  return line.length > 160 ? `“${line.slice(0, 160).trimEnd()}…”` : `“${line}”`
}
