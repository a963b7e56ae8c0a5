/** Text as it can be written out: half a surrogate pair has no UTF-8 form and becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
