import { fileURLToPath } from 'node:url'
import { s3Store } from './bucket/s3Store.ts'
import { fileStore } from './folder/fileStore.ts'
import type { ReleaseStore } from './releaseStore.ts'
import { StoreError } from './storeError.ts'

export interface OpenStoreOptions {
  /** Where a service other than AWS answers, for `s3://`. */
  readonly s3Endpoint?: string | undefined
}

/** Opens the store at a folder, a `file:` URL or `s3://bucket/prefix`. */
export function openStore(location: string, options: OpenStoreOptions = {}): ReleaseStore {
  if (location.startsWith('file:')) return fileStore(fileURLToPath(location))
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(location)?.[1]
  if (scheme === undefined) return fileStore(location)
  const [, bucket, prefix = ''] = s3Location.exec(location) ?? []
  if (bucket === undefined) {
    throw new StoreError(
      'bad-location',
      `${location} names no store. Name a folder, or s3://bucket/prefix: a bucket of small letters, digits, "." and "-", and a prefix of letters, digits, ".", "_", "-" and "/".`,
    )
  }
  return s3Store({
    bucket,
    prefix,
    ...(options.s3Endpoint === undefined ? {} : { endpoint: options.s3Endpoint }),
  })
}

const s3Location =
  /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w-][\w.-]*(?:\/[\w-][\w.-]*)*))?\/?$/
