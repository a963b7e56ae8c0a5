import {
  eachConcurrently,
  metadataName,
  sha256Hex,
  type Pointer,
  type ReleaseStore,
  type StoreTransaction,
} from '../store/index.ts'
import { binName } from './hashBins.ts'
import { snapshotJson, targetsJson, timestampJson, topTargets } from './metadataBodies.ts'
import type { MetaJson, SnapshotJson, TimestampJson, TopTargetsJson } from './metadataJson.ts'
import type { MetadataPlan } from './metadataPlan.ts'
import { binCache, type Bin } from './readBins.ts'
import { newestRoot } from './rootChain.ts'
import { signMetadata } from './signMetadata.ts'
import type { Entries } from './targetEntry.ts'
import type { TrustedState } from './trustedState.ts'

const writesAtOnce = 16

export interface Written {
  /** What the store did not hold before, the pointer left out. */
  readonly objects: number
  readonly bytes: number
}

export type MetadataOutcome =
  | { readonly ok: true; readonly state: TrustedState; readonly written: Written }
  | { readonly ok: false; readonly reason: 'conflict' }

/**
 * Writes the metadata of a commit and swaps the pointer. All it writes carries one version, greater
 * than every version before; where a publisher that died has left a file of that version behind,
 * the next one is taken. Order: bins, targets.json, snapshot, a new root, and the pointer last.
 */
export async function commitMetadata(
  store: ReleaseStore,
  transaction: StoreTransaction,
  plan: MetadataPlan,
): Promise<MetadataOutcome> {
  const { base, newRoot, roots } = plan
  let written: Written = { objects: 0, bytes: 0 }
  const put = async (name: string, body: Uint8Array): Promise<boolean> => {
    const outcome = await transaction.put(name, body)
    if (outcome === 'new') {
      written = { objects: written.objects + 1, bytes: written.bytes + body.byteLength }
    }
    return outcome !== 'taken'
  }
  const first = (base?.timestamp.version ?? 0) + 1
  for (let version = first; ; version += 1) {
    const made = await putVersion(version, plan, put)
    if (made === null) continue
    // Last before the pointer: in a bucket it is in force as soon as it is there.
    if (
      newRoot !== null &&
      !(await put(metadataName('root', newestRoot(roots).version), newRoot))
    ) {
      await transaction.abort()
      return { ok: false, reason: 'conflict' }
    }
    const outcome = await transaction.commit(made.pointer, base?.pointer ?? null)
    if (!outcome.ok) return outcome
    return { ok: true, written, state: stateAfter(store, plan, made, outcome.pointer) }
  }
}

type Put = (name: string, body: Uint8Array) => Promise<boolean>

interface Made {
  readonly timestamp: TimestampJson
  readonly pointer: Uint8Array
  readonly snapshot: SnapshotJson
  readonly targets: TopTargetsJson
  readonly targetsSha256: string
  readonly lists: Entries
  readonly bins: ReadonlyMap<string, Bin>
}

/** Puts all files of a version; null when one of them was taken. */
async function putVersion(version: number, plan: MetadataPlan, put: Put): Promise<Made | null> {
  const { base, targets: targetsPlan, signers, now } = plan
  const bins = new Map<string, Bin>()
  const meta = new Map<string, MetaJson>(Object.entries(base?.snapshot.meta ?? {}))
  const top = targetsPlan === null ? null : topTargets(version, targetsPlan, plan)
  if (targetsPlan !== null && top !== null) {
    const binSigners = signers('targets').filter(({ keyid }) => keyid in top.trusted.keys)
    const taken: string[] = []
    await eachConcurrently(targetsPlan.bins, writesAtOnce, async ([number, entries]) => {
      if (taken.length > 0) return
      const name = binName(number, targetsPlan.bitLength)
      const bin = targetsJson(version, entries, now)
      const isPut = await put(metadataName(name, version), signMetadata(bin, binSigners))
      if (!isPut) taken.push(name)
      // TUF 1.0, 4.4 leaves length and hashes open. A bin is named by its version alone: with them
      // the snapshot, which every reader fetches after every release, would be four times as long.
      meta.set(`${name}.json`, { version })
      bins.set(name, { version, expires: bin.expires, entries })
    })
    if (taken.length > 0) return null
    const bytes = signMetadata(top.signed, signers('targets'))
    if (!(await put(metadataName('targets', version), bytes))) return null
    meta.set('targets.json', metaOf(version, bytes))
  }
  const targets = top?.signed ?? base?.targets
  const targetsSha256 = meta.get('targets.json')?.hashes?.sha256
  if (targets === undefined || targetsSha256 === undefined) {
    throw new TypeError('The first commit of a store has to have targets.')
  }
  const lists = targetsPlan?.lists ?? base?.lists ?? new Map()
  const isNew = targetsPlan !== null || plan.renewsSnapshot
  const snapshot = isNew ? snapshotJson(version, meta, plan) : base?.snapshot
  if (snapshot === undefined) throw new TypeError('The first commit of a store has a snapshot.')
  let snapshotMeta = base?.timestamp.meta['snapshot.json']
  if (isNew || snapshotMeta === undefined) {
    const bytes = signMetadata(snapshot, signers('snapshot'))
    if (!(await put(metadataName('snapshot', version), bytes))) return null
    snapshotMeta = metaOf(version, bytes)
  }
  const timestamp = timestampJson(version, snapshotMeta, now)
  const pointer = signMetadata(timestamp, signers('timestamp'))
  return { timestamp, pointer, snapshot, targets, targetsSha256, lists, bins }
}

function stateAfter(
  store: ReleaseStore,
  { base, roots }: MetadataPlan,
  { timestamp, snapshot, targets, targetsSha256, lists, bins }: Made,
  pointer: Pointer,
): TrustedState {
  const cache = binCache(store, targets, snapshot, {
    held: (name, version) => {
      const bin = bins.get(name)
      return bin?.version === version ? bin : base?.bins.held(name, version)
    },
  })
  return {
    ...{ store, pointer, roots, timestamp, snapshot, targets, targetsSha256, lists },
    bins: cache,
  }
}

function metaOf(version: number, bytes: Uint8Array): MetaJson {
  return { version, length: bytes.byteLength, hashes: { sha256: sha256Hex(bytes) } }
}
