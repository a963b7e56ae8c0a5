import { randomUUID } from 'node:crypto'
import { StoreError } from '../storeError.ts'
import { isUnmetCondition } from './s3Failure.ts'
import type { S3Objects } from './s3Objects.ts'

/**
 * Throws where a service takes conditional writes for plain ones, as some that call themselves
 * compatible with S3 do: there, of two publishers both would win.
 */
export async function refuseUnconditional(objects: S3Objects): Promise<void> {
  const name = `staging/probe-${randomUUID()}`
  const onlyIfAbsent = { ifNoneMatch: '*' } as const
  await objects.put(name, Buffer.from('1'), onlyIfAbsent)
  try {
    await objects.put(name, Buffer.from('2'), onlyIfAbsent)
  } catch (error) {
    if (isUnmetCondition(error)) return
    throw error
  } finally {
    await objects.remove(name).catch(() => undefined)
  }
  throw new StoreError(
    'store-refused',
    `${objects.address.endpoint ?? 'AWS'} overwrites an object that was to be written only if absent (If-None-Match: *). Two publishers would overwrite each other's releases there. Use a service that honours conditional writes, such as AWS S3, Cloudflare R2 or Ceph.`,
  )
}
