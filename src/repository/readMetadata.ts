import { verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Envelope, KeyJson, RoleJson, SignedJson } from './metadataJson.ts'
import { StoreError } from '../store/index.ts'

/** Where a metadata file was read, for messages. */
export interface Place {
  readonly place: string
  readonly name: string
}

/** Who may sign a role, and how many of them have to. */
export interface Trust {
  readonly keys: Readonly<Record<string, KeyJson>>
  readonly role: RoleJson
}

/** A metadata file that cannot be what a publisher of this store wrote. */
export function damaged({ place, name }: Place, what: string, cause?: unknown): StoreError {
  return new StoreError(
    'metadata-damaged',
    `${name} in ${place} ${what}. Put it back from a backup of the store. If somebody else can write there, see "Keys" in docs/operations.md first.`,
    { cause },
  )
}

/** Reads the JSON of a metadata file of the given type. Signatures are not yet looked at. */
export function parseMetadata<T extends SignedJson>(
  bytes: Uint8Array,
  type: T['_type'],
  at: Place,
): Envelope<T> {
  const value = parseJson(bytes, at)
  if (!isRecord(value) || !isRecord(value.signed) || !Array.isArray(value.signatures)) {
    throw damaged(at, 'is not TUF metadata')
  }
  const { _type, version, expires } = value.signed
  const hasCommonFields =
    _type === type &&
    Number.isSafeInteger(version) &&
    (version as number) > 0 &&
    typeof expires === 'string' &&
    !Number.isNaN(Date.parse(expires))
  if (!hasCommonFields) throw damaged(at, `is not TUF metadata of the type ${type}`)
  return value as unknown as Envelope<T>
}

/**
 * Whether enough of a role's keys have signed (TUF 1.0, 5.3.4, 5.4.2, 5.5.3 and 5.6.3). Done here
 * because the library's own check encodes all targets again, and takes quadratic time for it.
 */
export function isSignedBy({ signatures, signed }: Envelope, { keys, role }: Trust): boolean {
  const bytes = Buffer.from(canonicalize(signed) ?? '')
  const valid = [...new Set(role.keyids)].filter((keyid) =>
    signatures.some(
      (signature) => signature.keyid === keyid && isValid(bytes, keys[keyid], signature.sig),
    ),
  )
  return role.threshold >= 1 && valid.length >= role.threshold
}

function isValid(bytes: Uint8Array, key: KeyJson | undefined, sig: string): boolean {
  if (key?.keytype !== 'ed25519') return false
  const x = Buffer.from(key.keyval.public, 'hex').toString('base64url')
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x }
    return verify(null, bytes, { key: jwk, format: 'jwk' }, Buffer.from(sig, 'hex'))
  } catch {
    // A key or a signature that cannot be read proves nothing.
    return false
  }
}

function parseJson(bytes: Uint8Array, at: Place): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw damaged(at, 'is not JSON', error)
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
