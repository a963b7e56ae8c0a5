import { fileURLToPath } from 'node:url'
import { fileStore } from './folder/fileStore.ts'
import type { ReleaseStore } from './releaseStore.ts'
import { StoreError } from './storeError.ts'

/** Opens the store at a folder, a `file:` URL or `s3://bucket/prefix`. */
export function openStore(location: string): ReleaseStore {
  if (location.startsWith('file:')) return fileStore(fileURLToPath(location))
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(location)?.[1]
  if (scheme === undefined) return fileStore(location)
  throw new StoreError(
    'bad-location',
    `${location} names no store: there is none behind ${scheme}://. Name a folder, or s3://bucket/prefix.`,
  )
}
