import { binName } from './hashBins.ts'
import type { SnapshotJson, TargetsJson, TopTargetsJson } from './metadataJson.ts'
import { damaged, isRecord, isSignedBy, parseMetadata, type Place } from './readMetadata.ts'
import { eachConcurrently, isFeedPath, metadataName, type ReleaseStore } from '../store/index.ts'
import type { Entries, TargetEntry } from './targetEntry.ts'

/** A bin as it was read or is about to be written. */
export interface Bin {
  readonly version: number
  readonly expires: string
  readonly entries: Entries
}

const readsAtOnce = 16

/** Reads the bins of one commit, each at most once. */
export interface BinCache {
  /** How many there are; 0 when all targets stand in targets.json. */
  readonly count: number
  read(bin: number): Promise<Bin>
  /** All of them, in order; several are read at once. */
  readAll(): Promise<readonly Bin[]>
  /** A bin that was read already, by its name and version. */
  held(name: string, version: number | undefined): Bin | undefined
}

/**
 * @param earlier - bins of an earlier commit; those that did not change are taken from there
 */
export function binCache(
  store: ReleaseStore,
  targets: TopTargetsJson,
  snapshot: SnapshotJson,
  earlier: Pick<BinCache, 'held'>,
): BinCache {
  const bitLength = targets.delegations?.succinct_roles.bit_length ?? 0
  const count = bitLength === 0 ? 0 : 2 ** bitLength
  const versionOf = (name: string): number | undefined => snapshot.meta[`${name}.json`]?.version
  const whole = new Map<string, Bin>()
  const reading = new Map<string, Promise<Bin>>()
  for (let number = 0; number < count; number += 1) {
    const name = binName(number, bitLength)
    const bin = earlier.held(name, versionOf(name))
    if (bin !== undefined) whole.set(name, bin)
  }
  const readOnce = async (name: string): Promise<Bin> => {
    const bin = await readBin(store, targets, name, versionOf(name))
    whole.set(name, bin)
    return bin
  }
  const read = async (number: number): Promise<Bin> => {
    const name = binName(number, bitLength)
    const bin = whole.get(name)
    if (bin !== undefined) return bin
    const begun = reading.get(name) ?? readOnce(name)
    reading.set(name, begun)
    try {
      return await begun
    } finally {
      // What failed may be there the next time.
      reading.delete(name)
    }
  }
  return {
    count,
    held: (name, version) => {
      const bin = whole.get(name)
      return bin?.version === version ? bin : undefined
    },
    read,
    readAll: async () => {
      const all: Bin[] = []
      await eachConcurrently(Array(count).keys(), readsAtOnce, async (number) => {
        all[number] = await read(number)
      })
      return all
    },
  }
}

async function readBin(
  store: ReleaseStore,
  { delegations }: TopTargetsJson,
  role: string,
  version: number | undefined,
): Promise<Bin> {
  if (version === undefined) {
    const snapshot = { place: store.place, name: 'The snapshot' }
    throw damaged(snapshot, `does not name ${role}, which targets.json delegates to`)
  }
  const at = { place: store.place, name: metadataName(role, version) }
  const bytes = await store.read(at.name)
  if (bytes === null) throw damaged(at, 'is missing')
  const envelope = parseMetadata<TargetsJson>(bytes, 'targets', at)
  const { signed } = envelope
  // Client workflow 5.6.3: signed by whom targets.json delegates to
  const trust = delegations && { keys: delegations.keys, role: delegations.succinct_roles }
  if (trust === undefined || !isSignedBy(envelope, trust)) {
    throw damaged(at, 'is not signed by the keys that targets.json names for it')
  }
  // Client workflow 5.6.4: the version is the one in the snapshot
  if (signed.version !== version) throw damaged(at, `says that it is version ${signed.version}`)
  return { version, expires: signed.expires, entries: entriesOf(signed, at) }
}

/** The targets a metadata file lists. */
export function entriesOf({ targets }: TargetsJson, at: Place): Entries {
  const table: unknown = targets
  if (!isRecord(table)) throw damaged(at, 'lists no targets')
  return new Map(
    Object.entries(table).map(([path, json]) => {
      const entry = entryOf(json)
      if (entry !== null && isFeedPath(path)) return [path, entry]
      throw damaged(at, `lists ${JSON.stringify(path)} in a way that cannot be read`)
    }),
  )
}

function entryOf(json: unknown): TargetEntry | null {
  if (!isRecord(json) || !isRecord(json.hashes)) return null
  const { length, hashes } = json
  const { sha256 } = hashes
  return Number.isSafeInteger(length) && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
    ? { sha256, bytes: length as number }
    : null
}
