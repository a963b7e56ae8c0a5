import { commitMetadata, type MetadataOutcome } from './commitMetadata.ts'
import { binKeysAreCurrent } from './metadataBodies.ts'
import type { TargetsPlan } from './metadataPlan.ts'
import { isDue, type RoleName } from './roles.ts'
import type { RootChain } from './rootChain.ts'
import type { Signers } from './signersFor.ts'
import type { Entries } from './targetEntry.ts'
import { bitLengthOf, type TrustedState } from './trustedState.ts'

export interface Resigning {
  readonly roots: RootChain
  /** The last of `roots`, when the store does not have it yet. */
  readonly newRoot: Uint8Array | null
  readonly signers: Signers
  /** What is signed again. A snapshot goes with targets, and a timestamp with everything. */
  readonly roles: ReadonlySet<RoleName>
  readonly now: Date
}

/** Signs the metadata of a release again, as a commit of its own. What it says stays as it is. */
export async function resign(
  base: TrustedState,
  { roots, newRoot, signers, roles, now }: Resigning,
): Promise<MetadataOutcome> {
  const hasTargets = roles.has('targets') || !binKeysAreCurrent(base, roots)
  const targets = hasTargets ? await sameTargets(base, roots, now) : null
  const transaction = await base.store.begin()
  const plan = { base, roots, newRoot, signers, now, targets }
  try {
    return await commitMetadata(base.store, transaction, {
      ...plan,
      renewsSnapshot: roles.has('snapshot'),
    })
  } catch (error) {
    await transaction.abort()
    throw error
  }
}

/** The same targets, with those bins that are due, or with all when other keys sign them now. */
async function sameTargets(base: TrustedState, roots: RootChain, now: Date): Promise<TargetsPlan> {
  const { targets: count, binsExpire } = base.snapshot['x-citegate']
  const same = { note: base.targets['x-citegate'], lists: base.lists, count }
  const bitLength = bitLengthOf(base)
  const hasNewKeys = !binKeysAreCurrent(base, roots)
  const bins = new Map<number, Entries>()
  if (!hasNewKeys && (binsExpire === null || !isDue('targets', binsExpire, now))) {
    return { ...same, bitLength, bins, keptBinsExpire: binsExpire }
  }
  const kept: string[] = []
  for (const [number, { entries, expires }] of (await base.bins.readAll()).entries()) {
    if (hasNewKeys || isDue('targets', expires, now)) bins.set(number, entries)
    else kept.push(expires)
  }
  // Written in one format in UTC, so the first in order is the first in time.
  return { ...same, bitLength, bins, keptBinsExpire: kept.sort()[0] ?? null }
}
