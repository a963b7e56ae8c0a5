import { Root } from '@tufjs/models'
import type { Envelope, RootJson } from './metadataJson.ts'
import { damaged, isSignedBy, parseMetadata, type Place, type Trust } from './readMetadata.ts'
import type { RoleName } from './roles.ts'
import { metadataName, type ReleaseStore } from '../store/index.ts'

/** The roots of a store, from version 1 on; the last is the one that counts. */
export type RootChain = readonly [RootJson, ...RootJson[]]

export function newestRoot(chain: RootChain): RootJson {
  return chain[chain.length - 1] ?? chain[0]
}

/** What a root says of a role. */
export function trustIn(root: RootJson, role: RoleName): Trust {
  return { keys: root.keys, role: root.roles[role] }
}

/**
 * Reads all roots of a store, each verified against the one before and itself (TUF 1.0, 5.3). The
 * first is taken as it is: this is the store's own publisher.
 *
 * @param known - roots that were verified before and need not be read again
 * @returns null where there is no root yet
 */
export async function readRootChain(
  store: ReleaseStore,
  known?: RootChain,
): Promise<RootChain | null> {
  const chain = [...(known ?? [])]
  for (;;) {
    const version = chain.length + 1
    const name = metadataName('root', version)
    const bytes = await store.read(name)
    if (bytes === null) break
    chain.push(verifiedRoot(bytes, chain[chain.length - 1], version, { place: store.place, name }))
  }
  const [first, ...rest] = chain
  return first === undefined ? null : [first, ...rest]
}

function verifiedRoot(
  bytes: Uint8Array,
  before: RootJson | undefined,
  version: number,
  at: Place,
): RootJson {
  const envelope = parseMetadata<RootJson>(bytes, 'root', at)
  const root = envelope.signed
  requireRoot(envelope, at)
  // Client workflow 5.3.4: signed by the root before and by itself
  const signedBy = [before ?? root, root].map((each) => trustIn(each, 'root'))
  if (!signedBy.every((trust) => isSignedBy(envelope, trust))) {
    throw damaged(at, 'is not signed by enough of the root keys that count for it')
  }
  // Client workflow 5.3.5: the version is the next one
  if (root.version !== version) throw damaged(at, `says that it is version ${root.version}`)
  return root
}

function requireRoot({ signed }: Envelope<RootJson>, at: Place): void {
  try {
    Root.fromJSON(signed as unknown as Parameters<typeof Root.fromJSON>[0])
  } catch (error) {
    throw damaged(at, 'is not a root of TUF 1.0', error)
  }
}
