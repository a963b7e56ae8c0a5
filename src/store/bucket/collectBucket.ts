import { eachConcurrently } from '../eachConcurrently.ts'
import { isObjectName } from '../objectName.ts'
import { type CollectOptions, type CollectOutcome, conflict } from '../releaseStore.ts'
import { announce } from './presence.ts'
import type { S3Objects } from './s3Objects.ts'
import { readS3Pointer } from './swapPointer.ts'

const removalsAtOnce = 16

/**
 * Removes what is not needed, unless a publisher is at work: presence.ts says why that is safe. A
 * publisher that died at work counts until its lease is over.
 */
export async function collectBucket(
  objects: S3Objects,
  options: CollectOptions,
  leaseMs: number,
): Promise<CollectOutcome> {
  const presence = await announce(objects, 'collection', leaseMs)
  let removed = 0
  let bytes = 0
  let cutShort = 0
  try {
    if ((await presence.lookAround()).publishers > 0) return conflict
    if ((await readS3Pointer(objects))?.tag !== options.expected.tag) return conflict
    await eachConcurrently(objects.list(''), removalsAtOnce, async (object) => {
      if (!isObjectName(object.name) || object.modified >= options.olderThan) return
      if (options.isNeeded(object.name)) return
      if (!presence.isSure()) {
        cutShort += 1
        return
      }
      if (options.isDryRun !== true) await objects.remove(object.name)
      removed += 1
      bytes += object.bytes
    })
    return cutShort === 0 ? { ok: true, removed, bytes } : conflict
  } finally {
    await presence.leave()
  }
}
