export { fileStore } from './fileStore.ts'
export type { FileStoreOptions } from './fileStore.ts'
export type {
  CommitOutcome,
  FileEntry,
  Healed,
  Manifest,
  NewFile,
  NewRelease,
  Pointer,
  ReleaseDigest,
  ReleaseStore,
  Tombstone,
} from './releaseStore.ts'
export { isFeedPath } from './isFeedPath.ts'
export { sha256Hex } from './sha256Hex.ts'
export { StoreError } from './storeError.ts'
export type { StoreErrorCode } from './storeError.ts'
