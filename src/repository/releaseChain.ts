import type { Envelope, ReleaseNote, TargetJson, TopTargetsJson } from './metadataJson.ts'
import { damaged } from './readMetadata.ts'
import { metadataName, sha256Hex, type ReleaseStore } from '../store/index.ts'
import type { TargetEntry } from './targetEntry.ts'
import type { TrustedState } from './trustedState.ts'

/** One release of a history, by its targets.json. */
export interface ChainedRelease {
  readonly note: ReleaseNote
  /** Version of its targets.json. */
  readonly version: number
  /** Its index.json, whose digest is that of the release. */
  readonly index: TargetEntry
}

/**
 * All releases from the current one back to the first. Each names the one before by the digest of
 * its targets.json, so that none can be changed or left out; signatures that have expired since do
 * not matter.
 *
 * @throws StoreError `metadata-damaged` where the chain is broken
 */
export async function* releaseChain(
  state: Pick<TrustedState, 'store' | 'targets' | 'lists'>,
): AsyncGenerator<ChainedRelease> {
  const { store, targets } = state
  let current: ChainedRelease = {
    note: targets['x-citegate'],
    version: targets.version,
    index: indexIn(store, targets),
  }
  yield current
  for (let before = current.note.previous; before !== null; before = current.note.previous) {
    const signed = await readNamed(store, before.version, before.sha256)
    current = {
      note: signed['x-citegate'],
      version: before.version,
      index: indexIn(store, signed),
    }
    yield current
  }
}

async function readNamed(
  store: ReleaseStore,
  version: number,
  sha256: string,
): Promise<TopTargetsJson> {
  const at = { place: store.place, name: metadataName('targets', version) }
  const bytes = await store.read(at.name)
  if (bytes === null) throw damaged(at, 'is missing')
  if (sha256Hex(bytes) !== sha256) {
    throw damaged(at, 'does not have the digest by which the release after it names it')
  }
  return (JSON.parse(new TextDecoder().decode(bytes)) as Envelope<TopTargetsJson>).signed
}

function indexIn({ place }: ReleaseStore, { targets, version }: TopTargetsJson): TargetEntry {
  const index: TargetJson | undefined = targets['index.json']
  if (index === undefined) {
    throw damaged({ place, name: metadataName('targets', version) }, 'lists no index.json')
  }
  return { sha256: index.hashes.sha256, bytes: index.length }
}
