import { binOf, isBinned } from './hashBins.ts'
import type { AuditHead, PreviousRelease } from './metadataJson.ts'
import { damaged } from './readMetadata.ts'
import { newestRoot } from './rootChain.ts'
import { StoreError, sha256Hex, targetName, type Pointer } from '../store/index.ts'
import type { TargetEntry } from './targetEntry.ts'
import { bitLengthOf, type TrustedState } from './trustedState.ts'

/** A release as a store holds it; all that is read of it is verified. */
export interface OpenedRelease {
  readonly release: number
  readonly createdAt: string
  /** The digest of the release: that of its index.json, which names all the rest by digest. */
  readonly digest: string
  readonly auditHead: AuditHead | null
  readonly previous: PreviousRelease | null
  /** The number of the commit that wrote the pointer. */
  readonly version: number
  readonly pointer: Pointer
  readonly expires: {
    readonly timestamp: Date
    readonly snapshot: Date
    /** Of targets.json and all bins, the earliest. */
    readonly targets: Date
    readonly root: Date
  }
  /** How many targets it has. */
  readonly targets: number
  /** Reads one bin at the most. */
  find(path: string): Promise<TargetEntry | undefined>
  entries(): AsyncIterable<readonly [path: string, entry: TargetEntry]>
  /** The bytes of a target, which have the length and the digest that were signed for it. */
  read(path: string): Promise<Uint8Array>
}

const states = new WeakMap<OpenedRelease, TrustedState>()

/** What a release was opened from; only this room has use for it. */
export function stateOf(release: OpenedRelease): TrustedState {
  const state = states.get(release)
  if (state === undefined) throw new TypeError('This release was not opened by openRelease.')
  return state
}

export function openedRelease(state: TrustedState): OpenedRelease {
  const { store, targets, timestamp, snapshot } = state
  const note = targets['x-citegate']
  const index = state.lists.get('index.json')
  if (index === undefined) {
    throw damaged({ place: store.place, name: 'targets.json' }, 'lists no index.json')
  }
  const find = (path: string): Promise<TargetEntry | undefined> => findTarget(state, path)
  const release: OpenedRelease = {
    ...{ release: note.release, createdAt: note.createdAt, digest: index.sha256 },
    ...{ auditHead: note.auditHead, previous: note.previous },
    ...{ version: timestamp.version, pointer: state.pointer },
    expires: {
      timestamp: new Date(timestamp.expires),
      snapshot: new Date(snapshot.expires),
      targets: targetsExpire(state),
      root: new Date(newestRoot(state.roots).expires),
    },
    targets: snapshot['x-citegate'].targets,
    find,
    entries: () => allEntries(state),
    read: async (path) => {
      const entry = await find(path)
      if (entry !== undefined) return readTarget(state, path, entry)
      throw new StoreError(
        'target-missing',
        `Release ${note.release} in ${store.place} has no ${path}. Ask for a path that its index names.`,
      )
    },
  }
  states.set(release, state)
  return release
}

export async function findTarget(
  state: TrustedState,
  path: string,
): Promise<TargetEntry | undefined> {
  const bitLength = bitLengthOf(state)
  if (bitLength === 0 || !isBinned(path)) return state.lists.get(path)
  return (await state.bins.read(binOf(path, bitLength))).entries.get(path)
}

export async function* allEntries(
  state: TrustedState,
): AsyncGenerator<readonly [path: string, entry: TargetEntry]> {
  yield* state.lists
  for (const { entries } of await state.bins.readAll()) yield* entries
}

function targetsExpire({ targets, snapshot }: TrustedState): Date {
  const bins = snapshot['x-citegate'].binsExpire
  const both = [targets.expires, ...(bins === null ? [] : [bins])]
  return new Date(Math.min(...both.map((expires) => Date.parse(expires))))
}

async function readTarget(
  { store }: TrustedState,
  path: string,
  { sha256, bytes }: TargetEntry,
): Promise<Uint8Array> {
  const name = targetName(path, sha256)
  const body = await store.read(name)
  const how = 'Put it back from a backup of the store, or publish again.'
  if (body === null) {
    throw new StoreError('target-missing', `${name} in ${store.place} is missing. ${how}`)
  }
  if (body.byteLength === bytes && sha256Hex(body) === sha256) return body
  throw new StoreError(
    'target-damaged',
    `${name} in ${store.place} does not have the digest that names it. Delete it. ${how}`,
  )
}
