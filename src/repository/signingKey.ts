import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { KeyJson } from './metadataJson.ts'
import type { RoleName } from './roles.ts'
import { sha256Hex } from '../store/index.ts'

/** A private key that is at hand. */
export interface SigningKey {
  readonly role: RoleName
  /** SHA-256 of the canonical JSON of the public key (TUF 1.0, 4.2: `KEYID`). */
  readonly keyid: string
  readonly publicKey: KeyJson
  /** Where it was read from. */
  readonly file: string
  /** The signature as TUF writes it: hex. */
  sign(bytes: Uint8Array): string
}

/** A new Ed25519 private key, as PKCS8 PEM. */
export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/**
 * A key from its PEM.
 *
 * @returns null when the text is no Ed25519 private key
 */
export function signingKey(role: RoleName, pem: string, file: string): SigningKey | null {
  const privateKey = privateKeyIn(pem)
  if (privateKey?.asymmetricKeyType !== 'ed25519') return null
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const publicKey: KeyJson = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: Buffer.from(x, 'base64url').toString('hex') },
  }
  return {
    role,
    keyid: keyidOf(publicKey),
    publicKey,
    file,
    sign: (bytes) => sign(null, bytes, privateKey).toString('hex'),
  }
}

export function keyidOf(publicKey: KeyJson): string {
  return sha256Hex(Buffer.from(canonicalize(publicKey) ?? ''))
}

function privateKeyIn(pem: string): ReturnType<typeof createPrivateKey> | null {
  try {
    return createPrivateKey(pem)
  } catch {
    return null
  }
}
