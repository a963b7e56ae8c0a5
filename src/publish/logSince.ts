import type { BasePayload } from 'payload'
import type { LogEntry } from '../domain/model/index.ts'
import type { Review } from '../payload-types.ts'
import type { KeysBySlug } from '../projection/index.ts'
import { slugOf } from '../projection/index.ts'

/** Where the log ended: names all of it, because each entry names the one before. */
export type LogHead = Pick<LogEntry, 'sequence' | 'hash'>

/** The end of the log; null where nobody has written anything yet. */
export async function logHead(payload: BasePayload): Promise<LogHead | null> {
  const { docs } = await payload.db.find<Review>({
    collection: 'reviews',
    sort: '-sequence',
    limit: 1,
    pagination: false,
    select: { sequence: true, hash: true },
  })
  const [last] = docs
  return last === undefined ? null : { sequence: last.sequence, hash: last.hash }
}

/** The subjects that the log speaks of after an entry, by collection. */
export async function subjectsSince(
  payload: BasePayload,
  sequence: number,
  tellRead: (documents: number) => void,
): Promise<KeysBySlug> {
  const { docs } = await payload.db.find<Review>({
    collection: 'reviews',
    where: { sequence: { greater_than: sequence } },
    limit: 0,
    pagination: false,
    select: { subject: true },
  })
  tellRead(docs.length)
  const found = new Map<ReturnType<typeof slugOf>, Set<string>>()
  for (const { subject } of docs as readonly { subject: LogEntry['subject'] }[]) {
    const slug = slugOf(subject)
    const key = subject.slice(subject.indexOf('/') + 1)
    const keys = found.get(slug)
    if (keys === undefined) found.set(slug, new Set([key]))
    else keys.add(key)
  }
  return found
}
