import { mkdir, readdir } from 'node:fs/promises'
import { commitToFiles } from './commitToFiles.ts'
import { type FileLayout, fileLayout } from './fileLayout.ts'
import { withFileLock } from './fileLock.ts'
import { decodeManifest, decodePointer } from './manifestCodec.ts'
import { isMissing, readIfThere } from './readIfThere.ts'
import type { Manifest, Pointer, ReleaseStore } from './releaseStore.ts'
import { sha256Hex } from './sha256Hex.ts'
import { StoreError } from './storeError.ts'

export interface FileStoreOptions {
  /** How long a commit waits for another one to finish. */
  readonly lockWaitMs?: number
}

/**
 * A store in a folder. Reading needs no right to write and works while another process commits; the
 * folder need not exist before the first commit.
 */
export function fileStore(folder: string, options: FileStoreOptions = {}): ReleaseStore {
  const layout = fileLayout(folder)
  const lockWaitMs = options.lockWaitMs ?? 60_000
  return {
    current: () => readPointer(layout),
    manifest: (release, digest) => readManifest(layout, release, digest),
    read: (sha256) => readBlob(layout, sha256),
    releases: () => listReleases(layout),
    commit: async (next) => {
      await mkdir(layout.root, { recursive: true })
      return withFileLock(layout.lock, lockWaitMs, () =>
        commitToFiles(layout, next, {
          current: () => readPointer(layout),
          releases: () => listReleases(layout),
        }),
      )
    },
  }
}

async function readPointer(layout: FileLayout): Promise<Pointer | null> {
  const bytes = await readIfThere(layout.pointer)
  if (bytes === null) return null
  const pointer = decodePointer(bytes)
  if (pointer !== null) return pointer
  throw new StoreError(
    'pointer-damaged',
    `${layout.pointer} does not name a release. Restore it from a backup of the store.`,
  )
}

async function readManifest(
  layout: FileLayout,
  release: number,
  digest: string | undefined,
): Promise<Manifest | null> {
  const bytes = await readIfThere(layout.manifest(release))
  if (bytes === null) return null
  const manifest = decodeManifest(bytes)
  const isWhole = digest === undefined || sha256Hex(bytes) === digest
  if (manifest?.release === release && isWhole) return manifest
  throw new StoreError(
    'manifest-damaged',
    `${layout.manifest(release)} is not the manifest that was committed. Restore it from a backup of the store.`,
  )
}

async function readBlob(layout: FileLayout, sha256: string): Promise<Uint8Array> {
  const bytes = await readIfThere(layout.blob(sha256))
  if (bytes === null) {
    throw new StoreError(
      'blob-missing',
      `The store does not hold blob ${sha256}. Restore it from a backup, or publish again.`,
    )
  }
  if (sha256Hex(bytes) !== sha256) {
    throw new StoreError(
      'blob-damaged',
      `Blob ${sha256} no longer has the digest that names it. Delete it, then restore it from a backup or publish again.`,
    )
  }
  return bytes
}

async function listReleases(layout: FileLayout): Promise<readonly number[]> {
  try {
    return (await readdir(layout.releases))
      .flatMap((name) => /^([1-9]\d*)\.json$/.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
