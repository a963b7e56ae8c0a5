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

export interface Corner {
  /** `s3://bucket/prefix` */
  readonly location: string
  /** Where an object of it lies. */
  readonly object: (name: string) => { readonly Bucket: string; readonly Key: string }
  readonly open: (options?: Partial<S3StoreOptions>) => ReleaseStore
}

/** A corner of its own in the bucket of the tests, with nothing in it. */
export async function emptyCorner(): Promise<Corner> {
  if (!isMade) {
    await s3Client().send(new CreateBucketCommand({ Bucket: bucket }))
    isMade = true
  }
  const prefix = randomUUID()
  return {
    location: `s3://${bucket}/${prefix}`,
    object: (name) => ({ Bucket: bucket, Key: `${prefix}/${name}` }),
    open: (options = {}) => s3Store({ bucket, prefix, endpoint, ...options }),
  }
}
