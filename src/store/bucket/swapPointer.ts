import { pointerName } from '../objectName.ts'
import { type CommitConflict, type Pointer, conflict } from '../releaseStore.ts'
import { StoreError } from '../storeError.ts'
import { isPassing, isUnmetCondition, isWriteConflict, s3Failure } from './s3Failure.ts'
import type { S3Objects, WriteCondition } from './s3Objects.ts'
import { withRetries } from './withRetries.ts'
import { placeOf } from './placeOf.ts'

/** How a service wants the ETag in If-Match: as it wrote it, or (Ceph 16) without the quotes. */
export interface EtagStyle {
  isBare: boolean
}

export type SwapOutcome = { readonly ok: true; readonly pointer: Pointer } | CommitConflict

export async function readS3Pointer(objects: S3Objects): Promise<Pointer | null> {
  const found = await objects.get(pointerName)
  return found && { bytes: found.bytes, tag: found.etag }
}

/**
 * Makes the pointer read so if it still is `expected`. Where an answer was lost, the pointer itself
 * is asked whether it was swapped.
 */
export async function swapPointer(
  objects: S3Objects,
  bytes: Uint8Array,
  expected: Pointer | null,
  style: EtagStyle,
): Promise<SwapOutcome> {
  const sent = { mayHaveArrived: false }
  try {
    const tag = await withRetries(isWriteConflict, () =>
      objects.putOnce(pointerName, bytes, conditionOf(expected, style)).catch((error: unknown) => {
        if (isPassing(error) || s3Failure(error).attempts > 1) sent.mayHaveArrived = true
        throw error
      }),
    )
    return { ok: true, pointer: { bytes, tag } }
  } catch (error) {
    const isUnmet = isUnmetCondition(error)
    if (!isUnmet && !isPassing(error)) throw error
    const current = await readS3Pointer(objects).catch((unread: unknown) => {
      throw sent.mayHaveArrived ? unknownOutcome(objects, unread) : unread
    })
    if (sent.mayHaveArrived && current !== null && Buffer.compare(current.bytes, bytes) === 0) {
      return { ok: true, pointer: current }
    }
    if (!isUnmet) throw error
    if (expected === null || current?.tag !== expected.tag || style.isBare) return conflict
    // It is what was expected, and yet it did not match: the service reads ETags the other way.
    const outcome = await swapPointer(objects, bytes, expected, { isBare: true })
    if (outcome.ok) style.isBare = true
    return outcome
  }
}

function conditionOf(expected: Pointer | null, { isBare }: EtagStyle): WriteCondition {
  if (expected === null) return { ifNoneMatch: '*' }
  return { ifMatch: isBare ? expected.tag.replaceAll('"', '') : expected.tag }
}

function unknownOutcome({ address }: S3Objects, cause: unknown): StoreError {
  return new StoreError(
    'store-unreachable',
    `The connection to ${placeOf(address)} was lost while the release was committed. Readers have the release before or this one, whole; which, nobody could be asked. Publish again when the connection stands: that starts from what is there.`,
    { cause },
  )
}
