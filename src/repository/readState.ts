import type { MetaJson, SnapshotJson, TimestampJson, TopTargetsJson } from './metadataJson.ts'
import { binCache, entriesOf, type BinCache } from './readBins.ts'
import { damaged, isRecord, isSignedBy, parseMetadata, type Place } from './readMetadata.ts'
import { newestRoot, readRootChain, trustIn, type RootChain } from './rootChain.ts'
import { metadataName, pointerName, sha256Hex, type ReleaseStore } from '../store/index.ts'
import type { TrustedState } from './trustedState.ts'

const noBins: Pick<BinCache, 'held'> = { held: () => undefined }

interface ReadOptions {
  /** A state of the same store whose roots and bins need not be read again. */
  readonly since?: TrustedState | undefined
  /**
   * For who may have to finish a change of keys that was cut off a moment ago: what the root before
   * the newest trusted counts too, for a day. Later it would let in whoever has a revoked key.
   */
  readonly finishing?: Date
}

/**
 * Reads and verifies what the pointer names, in the order of the client workflow (TUF 1.0, 5.3 to
 * 5.6), but for the expiry: a publisher has to be able to renew what has expired.
 *
 * @returns null before the first release
 */
export async function readState(
  store: ReleaseStore,
  { since, finishing }: ReadOptions = {},
): Promise<TrustedState | null> {
  const pointer = await store.pointer()
  if (pointer === null) return null
  const roots = await readRootChain(store, since?.roots)
  if (roots === null) {
    const root = { place: store.place, name: metadataName('root', 1) }
    throw damaged(root, 'is missing')
  }
  const reader = signedReader(store, trusted(roots, finishing))
  const timestamp = reader.verify<TimestampJson>(pointer.bytes, 'timestamp', pointerName)
  const snapshot = await reader.read<SnapshotJson>('snapshot', metaOf(timestamp.signed))
  const top = await reader.read<TopTargetsJson>('targets', snapshot.signed.meta['targets.json'])
  requireShapes(snapshot.signed, top.signed, top.at)
  return {
    ...{ store, pointer, roots },
    timestamp: timestamp.signed,
    snapshot: snapshot.signed,
    targets: top.signed,
    targetsSha256: sha256Hex(top.bytes),
    lists: entriesOf(top.signed, top.at),
    bins: binCache(store, top.signed, snapshot.signed, since?.bins ?? noBins),
  }
}

const finishingMs = 86_400_000

function trusted(roots: RootChain, finishing: Date | undefined): RootList {
  const since = Date.parse(newestRoot(roots)['x-citegate'].createdAt)
  const isFinishing = finishing !== undefined && finishing.getTime() - since < finishingMs
  return roots.slice(isFinishing ? -2 : -1)
}

function metaOf(timestamp: TimestampJson): MetaJson | undefined {
  const meta: unknown = timestamp.meta
  return isRecord(meta) ? (meta['snapshot.json'] as MetaJson | undefined) : undefined
}

type RootList = readonly RootChain[number][]
type Signed = TimestampJson | SnapshotJson | TopTargetsJson

interface Verified<T> {
  readonly signed: T
  readonly bytes: Uint8Array
  readonly at: Place
}

interface SignedReader {
  verify<T extends Signed>(bytes: Uint8Array, role: T['_type'], name: string): Verified<T>
  read<T extends Signed>(role: T['_type'], meta: MetaJson | undefined): Promise<Verified<T>>
}

function signedReader(store: ReleaseStore, roots: RootList): SignedReader {
  const { place } = store
  const reader: SignedReader = {
    verify: <T extends Signed>(bytes: Uint8Array, role: T['_type'], name: string) => {
      const at = { place, name }
      const envelope = parseMetadata<T>(bytes, role, at)
      // Client workflow 5.4.2, 5.5.3 and 5.6.3: check for arbitrary software attack
      if (!roots.some((root) => isSignedBy(envelope, trustIn(root, role)))) {
        throw damaged(at, `is not signed by the ${role} keys that root ${last(roots)} names`)
      }
      return { signed: envelope.signed, bytes, at }
    },
    read: async <T extends Signed>(role: T['_type'], meta: MetaJson | undefined) => {
      const at = { place, name: metadataName(role, meta?.version ?? 0) }
      const bytes = meta === undefined ? null : await store.read(at.name)
      if (meta === undefined || bytes === null) throw damaged(at, 'is missing')
      requireMeta(bytes, meta, at)
      const verified = reader.verify<T>(bytes, role, at.name)
      // Client workflow 5.5.4 and 5.6.4: the version is the one that was named
      if (verified.signed.version === meta.version) return verified
      throw damaged(at, `says that it is version ${verified.signed.version}`)
    },
  }
  return reader
}

function last(roots: RootList): string {
  return String(roots[roots.length - 1]?.version)
}

/** Client workflow 5.5.2 and 5.6.2: length and digest, where they are given. */
function requireMeta(bytes: Uint8Array, { length, hashes }: MetaJson, at: Place): void {
  if (length !== undefined && bytes.byteLength !== length) {
    throw damaged(at, `has ${bytes.byteLength} bytes instead of ${length}`)
  }
  if (hashes !== undefined && sha256Hex(bytes) !== hashes.sha256) {
    throw damaged(at, 'does not have the digest that was signed for it')
  }
}

/** The signatures are ours; this only tells metadata of another publisher from what this one wrote. */
function requireShapes(snapshot: SnapshotJson, targets: TopTargetsJson, at: Place): void {
  const note: unknown = targets['x-citegate']
  const counts: unknown = snapshot['x-citegate']
  if (!isRecord(note) || !Number.isSafeInteger(note.release) || !isRecord(counts)) {
    throw damaged(at, 'says nothing of a release')
  }
}
