import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/**
 * SHA-256 over the RFC 8785 canonical JSON of a value, in lower-case hex. Throws if the value is not
 * JSON: a cycle, NaN, a lone surrogate.
 */
export function canonicalDigest(value: object): string {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('Only JSON has a canonical form.')
  return bytesToHex(sha256(utf8ToBytes(json)))
}
