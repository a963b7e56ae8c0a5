import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { SecretView } from '../domain/delivery/index.ts'

/**
 * What is kept of a secret: enough to make it again, with the installation's own secret, and nothing
 * that helps without. So neither the database nor a backup of it can sign.
 */
export interface KeptSecret extends SecretView {
  /** Random, hex. */
  readonly salt: string
}

/** What a secret is made from. */
export interface SecretSource {
  /** Of the installation, as `env.secret` has it. */
  readonly installation: string
  /** Key of the webhook: each has secrets of its own. */
  readonly webhook: string
}

/** Standard Webhooks 1.0, Signature scheme: 24 to 64 bytes, base64 behind `whsec_`. */
const secretBytes = 32

export interface NewSecret {
  readonly kept: KeptSecret
  /** To be shown once: `whsec_…`. */
  readonly secret: string
}

export function newSecret(source: SecretSource, now: Date): NewSecret {
  const salt = randomBytes(32).toString('hex')
  const secret = derive(source, salt)
  const kept = { salt, fingerprint: fingerprintOf(secret), since: now.toISOString(), until: null }
  return { kept, secret: inWords(secret) }
}

/**
 * The list of secrets with a new one first. Those before it sign beside it until receivers have
 * changed, so that none of them has to change at a moment.
 *
 * @param overlapMs - how long; 0 where an old one is known to strangers
 */
export function withNewSecret(
  secrets: readonly KeptSecret[],
  fresh: KeptSecret,
  now: Date,
  overlapMs: number,
): readonly KeptSecret[] {
  const end = new Date(now.getTime() + overlapMs).toISOString()
  const old = secrets
    .map((each) => ({ ...each, until: each.until === null || each.until > end ? end : each.until }))
    .filter(({ until }) => until > now.toISOString())
  return [fresh, ...old]
}

/** Those among the kept that sign today. */
export function currentSecrets(secrets: readonly KeptSecret[], now: Date): readonly KeptSecret[] {
  return secrets.filter(({ until }) => until === null || until > now.toISOString())
}

/**
 * The secrets that sign today, `whsec_…`, newest first. One that cannot be made again, because the
 * installation has another secret than it was made with, is left out.
 */
export function signingSecrets(
  source: SecretSource,
  secrets: readonly KeptSecret[],
  now: Date,
): readonly string[] {
  return currentSecrets(secrets, now).flatMap(({ salt, fingerprint }) => {
    const secret = derive(source, salt)
    return fingerprintOf(secret) === fingerprint ? [inWords(secret)] : []
  })
}

/** HKDF (RFC 5869): one secret gives many, and none of them says anything of another. */
function derive({ installation, webhook }: SecretSource, salt: string): Buffer {
  const purpose = `citegate webhook ${webhook}`
  return Buffer.from(
    hkdfSync('sha256', installation, Buffer.from(salt, 'hex'), purpose, secretBytes),
  )
}

/** The beginning of its SHA-256. */
function fingerprintOf(secret: Buffer): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 8)
}

function inWords(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`
}
