import { StoreError, fileStore } from '../store/index.ts'
import { type ReleaseSource, SourceUnreadable } from './releaseSource.ts'

/**
 * The current release of a store in a folder.
 *
 * @throws SourceUnreadable when the folder holds no release; StoreError when its pointer or manifest
 *   is damaged
 */
export async function storeSource(folder: string): Promise<ReleaseSource> {
  const store = fileStore(folder)
  const pointer = await store.current()
  if (pointer === null) {
    throw new SourceUnreadable(
      `${folder} holds no release. Name the folder of a store, or publish a release to it first.`,
    )
  }
  const manifest = await store.manifest(pointer.release, pointer.manifest)
  if (manifest === null) {
    throw new StoreError(
      'manifest-missing',
      `The store names release ${String(pointer.release)} and does not hold it. Restore it from a backup of the store.`,
    )
  }
  const files = new Map(Object.entries(manifest.files))
  const tombstones = new Set(Object.keys(manifest.tombstones))
  return {
    release: manifest.release,
    ...(manifest.previous !== null && { previousDigest: manifest.previous.digest }),
    paths: [...files.keys()],
    get: async (path) => {
      const file = files.get(path)
      if (file === undefined) return { state: tombstones.has(path) ? 'withdrawn' : 'missing' }
      try {
        const bytes = await store.read(file.sha256)
        if (bytes.byteLength === file.bytes) {
          return { state: 'file', bytes, contentType: file.contentType, sha256: file.sha256 }
        }
        const message = `${path} has ${String(bytes.byteLength)} bytes; its manifest says ${String(file.bytes)}.`
        return { state: 'broken', code: 'wrong-length', message }
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        return { state: 'broken', code: error.code, message: error.message }
      }
    },
  }
}
