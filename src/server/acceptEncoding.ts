export const encodings = ['br', 'gzip', 'identity'] as const
/** A content coding the server can answer in, the preferred one first. */
export type Encoding = (typeof encodings)[number]

/**
 * Chooses the content coding of an answer from what is available (RFC 9110, 12.5.3): the highest
 * quality value wins, the server's order among equals. Uncoded bytes are acceptable unless they are
 * refused, but the last choice where the header does not name them. Null when nothing available is
 * acceptable.
 */
export function negotiateEncoding(
  header: string | undefined,
  available: readonly Encoding[],
): Encoding | null {
  if (header === undefined) return available.includes('identity') ? 'identity' : null
  const qualities = parseAcceptEncoding(header)
  let best: Encoding | null = null
  let bestQuality = 0
  for (const encoding of encodings) {
    if (!available.includes(encoding)) continue
    const quality = qualityOf(encoding, qualities)
    if (quality > bestQuality) {
      best = encoding
      bestQuality = quality
    }
  }
  return best
}

/** Below every quality value that can be written: they have three decimals (RFC 9110, 12.4.2). */
const unnamedIdentity = 0.0001

function qualityOf(encoding: Encoding, qualities: ReadonlyMap<string, number>): number {
  const own = qualities.get(encoding)
  if (own !== undefined) return own
  const any = qualities.get('*')
  if (encoding === 'identity') return any === 0 ? 0 : unnamedIdentity
  return any ?? 0
}

const member = /^([!#$%&'*+.^_`|~0-9a-z-]+)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/

/** A member that is not well-formed says nothing. */
function parseAcceptEncoding(header: string): ReadonlyMap<string, number> {
  const qualities = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [, name, quality] = member.exec(part.trim()) ?? []
    if (name !== undefined) {
      // RFC 9110, 8.4.1.3: x-gzip is another name for gzip.
      qualities.set(name === 'x-gzip' ? 'gzip' : name, quality === undefined ? 1 : Number(quality))
    }
  }
  return qualities
}
