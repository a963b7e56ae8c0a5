import { type TargetEntry, contentTypeOf } from '../repository/index.ts'
import { type ReleaseStore, StoreError, isObjectName, sha256Hex, targetOf } from '../store/index.ts'
import { FeedResource } from './feedResource.ts'
import { aYear } from './cacheControl.ts'

/** How many objects are remembered by their digests, which for metadata only its bytes tell. */
const remembered = 5000

/** The immutable objects of a store, by the names that a TUF client asks for. */
export interface FeedObjects {
  /**
   * An object of this or of an earlier release; null when the store does not hold it. Null at once
   * for what cannot be the name of one, so that nothing else in a store can be asked for.
   */
  readonly find: (name: string) => Promise<FeedResource | null> | null
}

/**
 * @param entryOf what the current release has at a path: of that, nothing need be read to know that it
 *   is there
 */
export function feedObjects(
  store: ReleaseStore,
  entryOf: (path: string) => TargetEntry | undefined,
): FeedObjects {
  const known = new Map<string, FeedResource>()
  const look = async (name: string): Promise<FeedResource | null> => {
    const target = targetOf(name)
    const entry = target && entryOf(target.path)
    if (entry !== undefined && entry.sha256 === target?.sha256) return remember(name, entry)
    const bytes = await store.read(name)
    if (bytes === null) return null
    const sha256 = sha256Hex(bytes)
    if (target !== undefined && target.sha256 !== sha256) throw belied(store, name)
    return remember(name, { sha256, bytes: bytes.byteLength })
  }
  const remember = (name: string, entry: TargetEntry): FeedResource => {
    const contentType = contentTypeOf(targetOf(name)?.path ?? name)
    const resource = new FeedResource({ ...entry, name, contentType, cacheControl: aYear })
    if (known.size >= remembered) known.clear()
    known.set(name, resource)
    return resource
  }
  return {
    find: (name) => {
      if (!isObjectName(name)) return null
      const resource = known.get(name)
      return resource === undefined ? look(name) : Promise.resolve(resource)
    },
  }
}

/** The bytes of an object that has been found, checked again: a disk may have been at them since. */
export async function readObject(
  store: ReleaseStore,
  name: string,
  sha256: string,
): Promise<Uint8Array> {
  const bytes = await store.read(name)
  if (bytes === null) {
    throw new StoreError(
      'target-missing',
      `${name} in ${store.place} is missing. Put it back from a backup of the store, or publish again.`,
    )
  }
  if (sha256Hex(bytes) !== sha256) throw belied(store, name)
  return bytes
}

function belied({ place }: ReleaseStore, name: string): StoreError {
  return new StoreError(
    'target-damaged',
    `${name} in ${place} does not have the digest that it should. Delete it, then put it back from a backup of the store or publish again.`,
  )
}
