export { s3Store } from './bucket/s3Store.ts'
export type { S3StoreOptions } from './bucket/s3Store.ts'
export { eachConcurrently } from './eachConcurrently.ts'
export { syncFiles, syncFolder } from './folder/durability.ts'
export { takeFileLock } from './folder/fileLock.ts'
export type { FileLock } from './folder/fileLock.ts'
export { fileStore } from './folder/fileStore.ts'
export type { FileStoreOptions } from './folder/fileStore.ts'
export { isFeedPath } from './isFeedPath.ts'
export { isObjectName, metadataName, pointerName, targetName, targetOf } from './objectName.ts'
export { openStore } from './openStore.ts'
export type { OpenStoreOptions } from './openStore.ts'
export type {
  CollectOptions,
  CollectOutcome,
  CommitOutcome,
  Healed,
  HeldObject,
  Pointer,
  PutOutcome,
  ReleaseStore,
  StoreTransaction,
} from './releaseStore.ts'
export { sha256Hex } from './sha256Hex.ts'
export { StoreError } from './storeError.ts'
export type { StoreErrorCode } from './storeError.ts'
