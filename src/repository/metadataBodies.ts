import { binPrefix } from './hashBins.ts'
import {
  specVersion,
  type KeyJson,
  type MetaJson,
  type RoleJson,
  type SnapshotJson,
  type TargetJson,
  type TargetsJson,
  type TimestampJson,
  type TopTargetsJson,
} from './metadataJson.ts'
import type { MetadataPlan, TargetsPlan } from './metadataPlan.ts'
import { expiryOf } from './roles.ts'
import { newestRoot, type RootChain } from './rootChain.ts'
import type { Entries } from './targetEntry.ts'
import type { TrustedState } from './trustedState.ts'

/** The signed part of targets.json, and whom it trusts with the bins. */
export function topTargets(
  version: number,
  { note, lists, bitLength }: TargetsPlan,
  { roots, now }: MetadataPlan,
): { readonly signed: TopTargetsJson; readonly trusted: BinTrust } {
  const trusted = binTrustOf(roots)
  const listed = { ...targetsJson(version, lists, now), 'x-citegate': note }
  if (bitLength === 0) return { signed: listed, trusted }
  const bins = { bit_length: bitLength, name_prefix: binPrefix }
  const delegations = { keys: trusted.keys, succinct_roles: { ...trusted.role, ...bins } }
  return { signed: { ...listed, delegations }, trusted }
}

interface BinTrust {
  readonly keys: Readonly<Record<string, KeyJson>>
  readonly role: RoleJson
}

/** Bins are signed by the keys that sign targets.json. */
function binTrustOf(roots: RootChain): BinTrust {
  const { keys, roles } = newestRoot(roots)
  const named = Object.entries(keys).filter(([keyid]) => roles.targets.keyids.includes(keyid))
  return { keys: Object.fromEntries(named), role: roles.targets }
}

/** Whether the bins of a release are signed by the keys that sign targets.json now. */
export function binKeysAreCurrent({ targets }: TrustedState, roots: RootChain): boolean {
  const { delegations } = targets
  if (delegations === undefined) return true
  const { role } = binTrustOf(roots)
  return String([...delegations.succinct_roles.keyids].sort()) === String([...role.keyids].sort())
}

/** The signed part of a list of targets: of a bin, or of targets.json without what only it has. */
export function targetsJson(version: number, entries: Entries, now: Date): TargetsJson {
  const targets: Record<string, TargetJson> = {}
  for (const [path, { sha256, bytes }] of entries) {
    targets[path] = { length: bytes, hashes: { sha256 } }
  }
  const expires = expiryOf('targets', now)
  return { _type: 'targets', spec_version: specVersion, version, expires, targets }
}

/**
 * Whatever the snapshot before named, this one names too, also bins that are no longer in use: a
 * reader refuses it otherwise (TUF 1.0, 5.5.5).
 */
export function snapshotJson(
  version: number,
  meta: ReadonlyMap<string, MetaJson>,
  { base, targets, now }: MetadataPlan,
): SnapshotJson {
  return {
    _type: 'snapshot',
    spec_version: specVersion,
    version,
    expires: expiryOf('snapshot', now),
    meta: Object.fromEntries(meta),
    'x-citegate':
      targets === null
        ? (base?.snapshot['x-citegate'] ?? { targets: 0, binsExpire: null })
        : { targets: targets.count, binsExpire: binsExpire(targets, now) },
  }
}

function binsExpire({ bins, bitLength, keptBinsExpire }: TargetsPlan, now: Date): string | null {
  if (bitLength === 0) return null
  return bins.size === 2 ** bitLength ? expiryOf('targets', now) : keptBinsExpire
}

export function timestampJson(version: number, snapshot: MetaJson, now: Date): TimestampJson {
  return {
    _type: 'timestamp',
    spec_version: specVersion,
    version,
    expires: expiryOf('timestamp', now),
    meta: { 'snapshot.json': snapshot },
  }
}
