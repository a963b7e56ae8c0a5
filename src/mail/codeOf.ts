/**
 * What went wrong with a mail, fit for a log: the code of the connection or of the server's answer,
 * never a message, which can quote what was sent.
 */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  const { code, responseCode, name } = error as Readonly<Record<string, unknown>>
  const said = [code, responseCode].filter(
    (part) => (typeof part === 'string' && /^[A-Z_]{1,40}$/.test(part)) || typeof part === 'number',
  )
  if (said.length > 0) return said.map(String).join(' ')
  return typeof name === 'string' ? name : 'unknown'
}
