import type { Metadata, Root, Snapshot, Targets, Timestamp } from '@tufjs/models'
import { sha256Hex } from '../store/index.ts'
import type { FeedUnreachable } from './feedProblem.ts'
import { FeedRefused, type FeedRefusalCode } from './feedProblem.ts'
import { readMetadata } from './tufMetadata.ts'

/** The metadata that was trusted when the next object was refused, by file name. */
export type TrustedMetadata = ReadonlyMap<string, Uint8Array>

type Flaw = readonly [code: FeedRefusalCode, what: string]

/**
 * Names what was wrong with the object that tuf-js refused. tuf-js has decided; this asks the same
 * questions again, in the order of the TUF specification, and gives the first that has no good
 * answer, for the errors of tuf-js are wrapped in words.
 */
export function whatWasWrong(
  name: string,
  fetched: Uint8Array | FeedRefused | FeedUnreachable,
  trusted: TrustedMetadata,
  now: Date,
  cause: unknown,
): FeedRefused | FeedUnreachable {
  if (!(fetched instanceof Uint8Array)) return fetched
  const file = decodeURIComponent(name.replace(/^metadata\//, ''))
  const role = file.replace(/^\d+\./, '').replace(/\.json$/, '')
  const [code, what] = flawOf(role, fetched, trusted, now) ?? [
    'malformed',
    `cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`,
  ]
  return new FeedRefused(code, `The feed's ${file} ${what}.`, { cause })
}

function flawOf(
  role: string,
  bytes: Uint8Array,
  trusted: TrustedMetadata,
  now: Date,
): Flaw | undefined {
  const root = readMetadata('root', trusted.get('root.json'))
  if (root === null) return undefined
  if (role === 'root') return rootFlaw(bytes, root)
  const timestamp = readMetadata('timestamp', trusted.get('timestamp.json'))
  if (role === 'timestamp') return timestampFlaw(bytes, root, timestamp, now)
  const snapshot = readMetadata('snapshot', trusted.get('snapshot.json'))
  if (role === 'snapshot') return snapshotFlaw(bytes, root, timestamp, snapshot, now)
  const delegator = role === 'targets' ? root : readMetadata('targets', trusted.get('targets.json'))
  return delegator === null ? undefined : targetsFlaw(role, bytes, delegator, snapshot, now)
}

/** Client workflow 5.3.4 and 5.3.5. */
function rootFlaw(bytes: Uint8Array, trusted: Metadata<Root>): Flaw | undefined {
  const next = readMetadata('root', bytes)
  if (next === null) return notWhole
  const expected = trusted.signed.version + 1
  const found = next.signed.version
  return (
    signatureFlaw('root', next, trusted) ??
    (found === expected
      ? signatureFlaw('root', next, next)
      : [
          found < expected ? 'rolled-back' : 'mixed',
          `has the version ${String(found)}, where ${String(expected)} follows`,
        ])
  )
}

/** Client workflow 5.3.10 and 5.4.2 to 5.4.4. */
function timestampFlaw(
  bytes: Uint8Array,
  root: Metadata<Root>,
  seen: Metadata<Timestamp> | null,
  now: Date,
): Flaw | undefined {
  if (root.signed.isExpired(now)) return expired(root, 'was signed by keys whose root')
  const next = readMetadata('timestamp', bytes)
  if (next === null) return notWhole
  return (
    signatureFlaw('timestamp', next, root) ??
    older(next.signed.version, seen?.signed.version) ??
    older(
      next.signed.snapshotMeta.version,
      seen?.signed.snapshotMeta.version,
      'names a snapshot that',
    ) ??
    (next.signed.isExpired(now) ? expired(next) : undefined)
  )
}

/** Client workflow 5.5.2 to 5.5.6. */
function snapshotFlaw(
  bytes: Uint8Array,
  root: Metadata<Root>,
  timestamp: Metadata<Timestamp> | null,
  seen: Metadata<Snapshot> | null,
  now: Date,
): Flaw | undefined {
  if (timestamp === null) return undefined
  // A timestamp that this reader has kept is found to have expired only here.
  if (timestamp.signed.isExpired(now)) return expired(timestamp, 'is named by a timestamp that')
  const next = readMetadata('snapshot', bytes)
  if (next === null) return notWhole
  const forgotten = Object.entries(seen?.signed.meta ?? {}).find(([name, { version }]) => {
    const now = next.signed.meta[name]
    return now === undefined || now.version < version
  })
  return (
    signatureFlaw('snapshot', next, root) ??
    otherThanNamed(bytes, next.signed.version, timestamp.signed.snapshotMeta, 'timestamp.json') ??
    (forgotten === undefined
      ? undefined
      : ['rolled-back', `has an older ${forgotten[0]} than this reader has seen, or none`]) ??
    (next.signed.isExpired(now) ? expired(next) : undefined)
  )
}

/** Client workflow 5.6.2 to 5.6.5. */
function targetsFlaw(
  role: string,
  bytes: Uint8Array,
  delegator: Metadata<Root> | Metadata<Targets>,
  snapshot: Metadata<Snapshot> | null,
  now: Date,
): Flaw | undefined {
  const named = snapshot?.signed.meta[`${role}.json`]
  if (named === undefined) return ['mixed', 'is not named by snapshot.json']
  const next = readMetadata('targets', bytes)
  if (next === null) return notWhole
  return (
    signatureFlaw(role, next, delegator) ??
    otherThanNamed(bytes, next.signed.version, named, 'snapshot.json') ??
    (next.signed.isExpired(now) ? expired(next) : undefined)
  )
}

const notWhole: Flaw = ['malformed', 'is not TUF metadata: it was cut off, or is something else']

function older(found: number, seen: number | undefined, whose = ''): Flaw | undefined {
  if (seen === undefined || found >= seen) return undefined
  const words = `has the version ${String(found)}; this reader has seen ${String(seen)}`
  return ['rolled-back', `${whose} ${words}`.trimStart()]
}

function expired(metadata: Metadata<Root | Timestamp | Snapshot | Targets>, whose = ''): Flaw {
  const words = `expired on ${metadata.signed.expires}: somebody holds newer releases back, or the publisher has not renewed it`
  return ['frozen', `${whose} ${words}`.trimStart()]
}

function otherThanNamed(
  bytes: Uint8Array,
  version: number,
  named: { version: number; length?: number; hashes?: Record<string, string> },
  by: string,
): Flaw | undefined {
  if (version !== named.version) {
    const words = `has the version ${String(version)}; ${by} names ${String(named.version)}: they are of different releases`
    return ['mixed', words]
  }
  const sha256 = named.hashes?.sha256
  const isNamed =
    (named.length === undefined || named.length === bytes.byteLength) &&
    (sha256 === undefined || sha256 === sha256Hex(bytes))
  return isNamed ? undefined : ['mixed', `is not the one that ${by} names`]
}

function signatureFlaw(
  role: string,
  metadata: Metadata<Root | Timestamp | Snapshot | Targets>,
  delegator: Metadata<Root> | Metadata<Targets>,
): Flaw | undefined {
  try {
    delegator.verifyDelegate(role, metadata)
    return undefined
  } catch {
    const signers = Object.keys(metadata.signatures)
    const { keyIDs = [], threshold = 1 } = trustedRole(role, delegator.signed) ?? {}
    return signers.filter((id) => keyIDs.includes(id)).length >= threshold
      ? ['tampered', 'was changed after it was signed: its signature does not hold']
      : [
          'wrong-key',
          `is signed by ${signers.join(', ') || 'nobody'}; this reader trusts ${keyIDs.join(', ')}, of which ${String(threshold)} must sign`,
        ]
  }
}

function trustedRole(
  role: string,
  signed: Root | Targets,
): { readonly keyIDs: string[]; readonly threshold: number } | undefined {
  if ('roles' in signed) return signed.roles[role]
  const { roles, succinctRoles } = signed.delegations ?? {}
  return roles?.[role] ?? succinctRoles
}
