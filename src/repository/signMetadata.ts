import canonicalize from 'canonicalize'
import type { SignedJson } from './metadataJson.ts'
import type { SigningKey } from './signingKey.ts'

/**
 * The bytes of a metadata file: signed, compact, sorted. RFC 8785 and the canonical JSON that TUF
 * 1.0, 4.1 signs give the same bytes here, because all names are ASCII and all numbers whole.
 */
export function signMetadata(signed: SignedJson, keys: readonly SigningKey[]): Buffer {
  const text = canonicalize(signed) ?? ''
  const bytes = Buffer.from(text)
  const signatures = [...new Map(keys.map((key) => [key.keyid, key])).values()]
    .map((key) => ({ keyid: key.keyid, sig: key.sign(bytes) }))
    .sort((a, b) => (a.keyid < b.keyid ? -1 : 1))
  return Buffer.from(`{"signatures":${JSON.stringify(signatures)},"signed":${text}}`)
}
