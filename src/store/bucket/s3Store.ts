import { isObjectName } from '../objectName.ts'
import type { HeldObject, ReleaseStore } from '../releaseStore.ts'
import { collectBucket } from './collectBucket.ts'
import { type BucketAddress, placeOf } from './placeOf.ts'
import { defaultLeaseMs } from './presence.ts'
import { refuseUnconditional } from './refuseUnconditional.ts'
import { type S3Objects, s3Objects } from './s3Objects.ts'
import { beginInBucket } from './s3Transaction.ts'
import { type EtagStyle, readS3Pointer } from './swapPointer.ts'
import { storeErrorOf, withS3Cause } from './withS3Cause.ts'

export interface S3StoreOptions {
  readonly bucket: string
  /** What all names in the bucket start with, without slashes at its ends; absent: nothing. */
  readonly prefix?: string
  /** Where a service other than AWS answers; its buckets are addressed by path. */
  readonly endpoint?: string
  /** How long to wait for a collection of somebody else to end. */
  readonly waitMs?: number
  /** After how long the announcement of somebody who died counts for nothing. */
  readonly leaseMs?: number
}

/**
 * A store in a bucket of S3, or of a service that has conditional writes and lists at once what was
 * written. Region and credentials come from where the AWS SDK looks for them.
 */
export function s3Store(options: S3StoreOptions): ReleaseStore {
  const address: BucketAddress = {
    bucket: options.bucket,
    prefix: (options.prefix ?? '') === '' ? '' : `${options.prefix ?? ''}/`,
    endpoint: options.endpoint,
  }
  const objects = s3Objects(address)
  const style: EtagStyle = { isBare: false }
  const leaseMs = options.leaseMs ?? defaultLeaseMs
  const patience = { waitMs: options.waitMs ?? 60_000, leaseMs }
  let refused: Promise<void> | undefined
  return {
    place: placeOf(address),
    pointer: () => withS3Cause(address, () => readS3Pointer(objects)),
    read: async (name) => {
      if (!isObjectName(name)) return null
      return withS3Cause(address, async () => (await objects.get(name))?.bytes ?? null)
    },
    list: (prefix) => listObjects(objects, prefix),
    begin: () =>
      withS3Cause(address, async () => {
        refused ??= refuseUnconditional(objects)
        await refused.catch((error: unknown) => {
          refused = undefined
          throw error
        })
        return beginInBucket(objects, style, patience)
      }),
    collect: (collection) =>
      withS3Cause(address, () => collectBucket(objects, collection, leaseMs)),
  }
}

async function* listObjects(
  objects: S3Objects,
  prefix: string,
): AsyncGenerator<HeldObject, void, undefined> {
  try {
    for await (const object of objects.list(prefix)) if (isObjectName(object.name)) yield object
  } catch (error) {
    throw storeErrorOf(objects.address, error)
  }
}
