import type { SigningKey } from '../../../src/repository/index.ts'
import { signMetadata } from '../../../src/repository/signMetadata.ts'
import type {
  MetaJson,
  RootJson,
  SignedJson,
  SnapshotJson,
  TimestampJson,
  TopTargetsJson,
} from '../../../src/repository/metadataJson.ts'
import {
  metadataName,
  pointerName,
  sha256Hex,
  targetName,
  type ReleaseStore,
} from '../../../src/store/index.ts'

type Served = Pick<ReleaseStore, 'read' | 'pointer'>

/**
 * What somebody with these keys, and a place between a store and its readers, would show them: the
 * store as it is, with as much forged on top as the keys can sign, in a far later version.
 */
export async function forgery(
  store: ReleaseStore,
  stolen: readonly SigningKey[],
  version: number,
): Promise<Served> {
  const keysOf = (role: string): readonly SigningKey[] => stolen.filter((key) => key.role === role)
  const forged = new Map<string, Uint8Array>()
  const put = (role: string, signed: SignedJson): MetaJson => {
    const bytes = signMetadata(signed, keysOf(role))
    forged.set(role === 'timestamp' ? pointerName : metadataName(role, version), bytes)
    return { version, length: bytes.byteLength, hashes: { sha256: sha256Hex(bytes) } }
  }
  const timestamp = await signedIn<TimestampJson>(store, pointerName)
  let snapshotMeta = timestamp.meta['snapshot.json']
  const snapshotName = metadataName('snapshot', snapshotMeta.version)
  const snapshot = await signedIn<SnapshotJson>(store, snapshotName)
  let targetsMeta = snapshot.meta['targets.json'] ?? { version }
  if (keysOf('targets').length > 0) {
    const name = metadataName('targets', targetsMeta.version)
    const targets = await signedIn<TopTargetsJson>(store, name)
    const body = Buffer.from('forged')
    const index = { length: body.byteLength, hashes: { sha256: sha256Hex(body) } }
    forged.set(targetName('index.json', index.hashes.sha256), body)
    const lists = { ...targets.targets, 'index.json': index }
    targetsMeta = put('targets', { ...targets, version, targets: lists })
  }
  if (keysOf('snapshot').length > 0) {
    const meta = { ...snapshot.meta, 'targets.json': targetsMeta }
    snapshotMeta = put('snapshot', { ...snapshot, version, meta })
  }
  put('timestamp', { ...timestamp, version, meta: { 'snapshot.json': snapshotMeta } })
  return over(store, forged)
}

/** The store with a root on top that names the thief's keys and that a stolen root key has signed. */
export async function forgedRoot(
  store: ReleaseStore,
  stolen: readonly SigningKey[],
  version: number,
): Promise<Served> {
  const root = await signedIn<RootJson>(store, metadataName('root', 1))
  const bytes = signMetadata({ ...root, version }, stolen)
  return over(store, new Map([[metadataName('root', version), bytes]]))
}

async function signedIn<T>(store: ReleaseStore, name: string): Promise<T> {
  const bytes = name === pointerName ? (await store.pointer())?.bytes : await store.read(name)
  return (JSON.parse(Buffer.from(bytes ?? []).toString()) as { signed: T }).signed
}

function over(store: ReleaseStore, forged: ReadonlyMap<string, Uint8Array>): Served {
  return {
    read: async (name) => forged.get(name) ?? store.read(name),
    pointer: async () => {
      const bytes = forged.get(pointerName)
      return bytes === undefined ? store.pointer() : { bytes, tag: '' }
    },
  }
}
