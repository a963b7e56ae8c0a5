import { setTimeout as delay } from 'node:timers/promises'
import { targetOf } from '../objectName.ts'
import { putsInto, transactionOver } from '../puts.ts'
import { type Healed, type PutOutcome, type StoreTransaction, conflict } from '../releaseStore.ts'
import { StoreError } from '../storeError.ts'
import { placeOf } from './placeOf.ts'
import { type Presence, announce } from './presence.ts'
import { isUnmetCondition } from './s3Failure.ts'
import type { S3Objects } from './s3Objects.ts'
import { type EtagStyle, swapPointer } from './swapPointer.ts'
import { withS3Cause } from './withS3Cause.ts'

export interface S3Patience {
  /** How long to wait for a collection of somebody else to end. */
  readonly waitMs: number
  readonly leaseMs: number
}

const pollMs = 250

/**
 * Begins a transaction. Objects go up at once: nobody meets them before the pointer names them, and
 * those of a publisher that died wait there for a collection.
 */
export async function beginInBucket(
  objects: S3Objects,
  style: EtagStyle,
  { waitMs, leaseMs }: S3Patience,
): Promise<StoreTransaction> {
  const presence = await announce(objects, 'publisher', leaseMs)
  try {
    const dead = await waitForCollections(objects, presence, waitMs)
    for (const name of dead) await objects.remove(name)
    const isHealed = dead.some((name) => name.startsWith('staging/publisher-'))
    const healed = isHealed ? { removed: dead.length, wasCommitted: false } : null
    return s3Transaction(objects, style, presence, healed)
  } catch (error) {
    await presence.leave()
    throw error
  }
}

async function waitForCollections(
  objects: S3Objects,
  presence: Presence,
  waitMs: number,
): Promise<readonly string[]> {
  const deadline = performance.now() + waitMs
  for (;;) {
    const { collections, dead } = await presence.lookAround()
    if (collections === 0) return dead
    if (performance.now() >= deadline) {
      throw new StoreError(
        'store-busy',
        `A collection has been at work in ${placeOf(objects.address)} for more than ${String(waitMs)} ms. Wait for its end, or stop it, and publish again.`,
      )
    }
    await delay(pollMs)
  }
}

function s3Transaction(
  objects: S3Objects,
  style: EtagStyle,
  presence: Presence,
  healed: Healed | null,
): StoreTransaction {
  const { address } = objects
  const place = placeOf(address)
  let written = 0

  const upload = async (name: string, body: Uint8Array): Promise<PutOutcome> => {
    try {
      await objects.put(name, body, { ifNoneMatch: '*' })
    } catch (error) {
      if (!isUnmetCondition(error)) throw error
      if (await objects.hasBytes(name, body)) return 'held'
      if (targetOf(name) === undefined) return 'taken'
      await objects.put(name, body)
    }
    written += 1
    return 'new'
  }
  const puts = putsInto(place, (name, body) => withS3Cause(address, () => upload(name, body)))

  return {
    healed,
    put: puts.put,
    commit: async (pointer, expected) => {
      if (!puts.end()) throw transactionOver(place)
      try {
        puts.refuseUnfinished()
        if (!presence.isSure()) return conflict
        const swapped = await withS3Cause(address, () =>
          swapPointer(objects, pointer, expected, style),
        )
        return swapped.ok ? { ...swapped, written } : swapped
      } finally {
        await presence.leave()
      }
    },
    abort: async () => {
      if (puts.end()) await presence.leave()
    },
  }
}
