import type * as S3Sdk from '@aws-sdk/client-s3'
import type { GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3'
import { createHash } from 'node:crypto'
import type { HeldObject } from '../releaseStore.ts'
import { headersOf } from './headersOf.ts'
import type { BucketAddress } from './placeOf.ts'
import { isWriteConflict, s3Failure } from './s3Failure.ts'
import { withRetries } from './withRetries.ts'

export interface StoredObject {
  readonly bytes: Uint8Array
  /** As the service writes it, quotes included. */
  readonly etag: string
}

/** What has to be so for a write to take place: nothing there, or something with this ETag. */
export type WriteCondition =
  { readonly ifNoneMatch: '*' } | { readonly ifMatch: string } | undefined

/** The few requests a store makes, by names without its prefix. They reject as s3Failure reads it. */
export interface S3Objects {
  readonly address: BucketAddress
  get(name: string): Promise<StoredObject | null>
  /** Answers the ETag. Asks again when it met another write of the same object (409). */
  put(name: string, body: Uint8Array, condition?: WriteCondition): Promise<string>
  /** Leaves it to the caller what to do then. */
  putOnce(name: string, body: Uint8Array, condition?: WriteCondition): Promise<string>
  /** Whether the object has just these bytes. */
  hasBytes(name: string, body: Uint8Array): Promise<boolean>
  list(prefix: string): AsyncIterable<HeldObject>
  remove(name: string): Promise<void>
}

// All tries of a request together end well within half of a lease: see presence.ts.
const requestTimeoutMs = 60_000
const maxAttempts = 4

export function s3Objects(address: BucketAddress): S3Objects {
  const client = once(() => openClient(address))
  const at = (name: string) => ({ Bucket: address.bucket, Key: address.prefix + name })

  const get = (name: string): Promise<StoredObject | null> =>
    withRetries(isCutOff, async () => {
      const { s3, sdk } = await client()
      try {
        const found = await s3.send(new sdk.GetObjectCommand(at(name)))
        const bytes = await bodyOf(found)
        return { bytes, etag: found.ETag ?? '' }
      } catch (error) {
        if (s3Failure(error).name === 'NoSuchKey') return null
        throw error
      }
    })

  const putOnce: S3Objects['putOnce'] = async (name, body, condition) => {
    const { s3, sdk } = await client()
    const written = await s3.send(
      new sdk.PutObjectCommand({
        ...at(name),
        ...headersOf(name),
        Body: body,
        ContentMD5: createHash('md5').update(body).digest('base64'),
        ...(condition && 'ifMatch' in condition ? { IfMatch: condition.ifMatch } : {}),
        ...(condition && 'ifNoneMatch' in condition ? { IfNoneMatch: '*' } : {}),
      }),
    )
    return written.ETag ?? ''
  }

  return {
    address,
    get,
    put: (name, body, condition) =>
      withRetries(isWriteConflict, () => putOnce(name, body, condition)),
    putOnce,
    hasBytes: async (name, body) => {
      const { s3, sdk } = await client()
      const head = await s3.send(new sdk.HeadObjectCommand(at(name)))
      if (head.ContentLength !== body.byteLength) return false
      // Written in one piece and not encrypted by a key service, an object has its MD5 as its ETag.
      const md5 = createHash('md5').update(body).digest('hex')
      if (head.ETag?.replaceAll('"', '') === md5) return true
      const found = await get(name)
      return found !== null && Buffer.compare(found.bytes, body) === 0
    },
    async *list(prefix) {
      const { s3, sdk } = await client()
      const asked = { Bucket: address.bucket, Prefix: address.prefix + prefix }
      let next: string | undefined
      do {
        const page = await s3.send(
          new sdk.ListObjectsV2Command({ ...asked, ...(next && { ContinuationToken: next }) }),
        )
        for (const { Key = '', Size = 0, LastModified = new Date() } of page.Contents ?? []) {
          yield { name: Key.slice(address.prefix.length), bytes: Size, modified: LastModified }
        }
        next = page.NextContinuationToken
      } while (next !== undefined)
    },
    remove: async (name) => {
      const { s3, sdk } = await client()
      await s3.send(new sdk.DeleteObjectCommand(at(name)))
    },
  }
}

/** Loaded when it is first needed: a store in a folder starts without it. */
async function openClient({ endpoint }: BucketAddress): Promise<{
  readonly s3: S3Client
  readonly sdk: typeof S3Sdk
}> {
  const sdk = await import('@aws-sdk/client-s3')
  const s3 = new sdk.S3Client({
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    maxAttempts,
    // Content-MD5 says the same as the newer checksums, and every service knows it.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: 10_000,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  })
  return { s3, sdk }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** The SDK tries again until an answer begins; that the body of one broke off is told like this. */
class CutOff extends Error {
  override name = 'CutOff'
  readonly code = 'ECONNRESET'
}

const isCutOff = (error: unknown): boolean => error instanceof CutOff

async function bodyOf({ Body, ContentLength }: GetObjectCommandOutput): Promise<Uint8Array> {
  try {
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
    if (ContentLength === undefined || bytes.byteLength === ContentLength) return bytes
  } catch (error) {
    throw new CutOff('The answer broke off.', { cause: error })
  }
  throw new CutOff('The answer broke off.')
}
