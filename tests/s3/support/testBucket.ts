import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { type ReleaseStore, type S3StoreOptions, s3Store } from '../../../src/store/index.ts'

export const endpoint = inject('s3Endpoint') ?? ''
export const hasServer = endpoint !== ''

const bucket = process.env['S3_BUCKET'] ?? `citegate-${randomUUID()}`
let isMade = process.env['S3_BUCKET'] !== undefined

export function s3Client(): S3Client {
  return new S3Client({ endpoint, forcePathStyle: true })
}

/** Makes a store in a corner of its own; opens it as often as it is called, also by another way. */
export async function emptyBucket(): Promise<(options?: Partial<S3StoreOptions>) => ReleaseStore> {
  if (!isMade) {
    await s3Client().send(new CreateBucketCommand({ Bucket: bucket }))
    isMade = true
  }
  const prefix = randomUUID()
  return (options = {}) => s3Store({ bucket, prefix, endpoint, ...options })
}
