import { randomUUID } from 'node:crypto'
import type { HeldObject } from '../releaseStore.ts'
import { StoreError } from '../storeError.ts'
import type { S3Objects } from './s3Objects.ts'

/**
 * Who is at work in a bucket. Publishers and collections each announce themselves with an object
 * under `staging/` BEFORE they look who else has: S3, R2 and Ceph list at once what was written, so
 * of a publisher and a collection that overlap at least one sees the other. A collection that sees a
 * publisher gives up; a publisher that sees a collection waits for its end. Hence:
 *
 * No pointer is committed to what a collection removes. A publisher finds objects held, uploads
 * objects nobody names yet, and commits, all between its announcement and its leave; no collection
 * removes anything meanwhile. A collection compares the pointer after it looked around: from then
 * on nobody commits, and it keeps all that this pointer needs. Ages do not enter into it.
 *
 * Somebody who died never leaves. An announcement is renewed all the time, and one not renewed for
 * a whole lease, by the clock of the service, counts for nothing. Who could not renew its own for
 * half a lease (a machine asleep, a lost network) gives up before it commits or removes anything
 * more. The other half is for requests under way, whose tries together take at most four minutes.
 */
export interface Presence {
  /** Whether nobody can take it for dead yet, nor will before a request that begins now has ended. */
  isSure(): boolean
  /** Who else is here. */
  lookAround(): Promise<Surroundings>
  leave(): Promise<void>
}

export interface Surroundings {
  readonly publishers: number
  readonly collections: number
  /** Names of announcements whose owners died. */
  readonly dead: readonly string[]
}

export type PresenceRole = 'publisher' | 'collection'

export const defaultLeaseMs = 600_000

export async function announce(
  objects: S3Objects,
  role: PresenceRole,
  leaseMs: number,
): Promise<Presence> {
  const name = `staging/${role}-${randomUUID()}`
  let renewedAt = 0
  const renew = async () => {
    const startedAt = Date.now()
    await objects.put(name, Buffer.from(role))
    renewedAt = startedAt
  }
  await renew()
  let renewing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    renewing = renewing.then(renew).catch(() => undefined)
  }, leaseMs / 10).unref()

  return {
    isSure: () => Date.now() - renewedAt < leaseMs / 2,
    lookAround: async () => {
      const all: HeldObject[] = []
      for await (const object of objects.list('staging/')) all.push(object)
      const own = all.find((object) => object.name === name)
      if (own === undefined) throw notListed(objects)
      const isDead = ({ modified }: HeldObject) =>
        own.modified.getTime() - modified.getTime() > leaseMs
      const others = all.filter((object) => object !== own)
      const living = others.filter((object) => !isDead(object))
      return {
        publishers: living.filter((object) => object.name.startsWith('staging/publisher-')).length,
        collections: living.filter((object) => object.name.startsWith('staging/collection-'))
          .length,
        dead: others.filter(isDead).map((object) => object.name),
      }
    },
    leave: async () => {
      clearInterval(timer)
      await renewing
      // Where this fails, the announcement counts for nothing once the lease is over.
      await objects.remove(name).catch(() => undefined)
    },
  }
}

function notListed({ address }: S3Objects): StoreError {
  return new StoreError(
    'store-refused',
    `${address.endpoint ?? 'AWS'} does not list what was written a moment ago to bucket ${address.bucket}. A release store needs a service that lists writes at once, as S3 and R2 do.`,
  )
}
