const longest = 120

/** The beginning of a text in quotation marks, for a message. */
export function quoted(text: string): string {
  return `“${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}”`
}
