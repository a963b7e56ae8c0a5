import type { PreviousRelease } from '../feeds/index.ts'
import { previousRelease } from '../feeds/index.ts'
import type { Manifest, ReleaseStore } from '../store/index.ts'

/** The current release of a store, as the next one has to know it. */
export interface LastRelease {
  readonly release: number
  /** Digest of its manifest. */
  readonly digest: string
  readonly manifest: Manifest
  /** SHA-256 of each file, by path. */
  readonly digests: ReadonlyMap<string, string>
  readonly previous: PreviousRelease
}

const lists = /^(index\.json|[^/]+\/index\.json)$/

/** Reads it; undefined before the first release. Throws StoreError when the store is damaged. */
export async function readLastRelease(store: ReleaseStore): Promise<LastRelease | undefined> {
  const pointer = await store.current()
  if (pointer === null) return undefined
  const manifest = await store.manifest(pointer.release, pointer.manifest)
  if (manifest === null) {
    throw new Error(
      `The store names release ${String(pointer.release)} as current and does not hold it. Restore the store from a backup.`,
    )
  }
  const bodies = new Map<string, string>()
  for (const [path, { sha256 }] of Object.entries(manifest.files)) {
    if (lists.test(path)) bodies.set(path, new TextDecoder().decode(await store.read(sha256)))
  }
  return {
    release: pointer.release,
    digest: pointer.manifest,
    manifest,
    digests: new Map(Object.entries(manifest.files).map(([path, { sha256 }]) => [path, sha256])),
    previous: previousRelease((path) => bodies.get(path), pointer.manifest),
  }
}
