import type { CollectionAfterChangeHook } from 'payload'
import { isTold, noticesOf } from '../domain/notices/index.ts'
import { keepNotices } from '../mail/index.ts'
import type { Review } from '../payload-types.ts'
import { toLogEntry } from '../projection/index.ts'

/**
 * Says to people what a log entry means to them, in the transaction of the entry: what is undone is
 * told to nobody, and no writer of the log can forget it.
 */
export const tellPeople: CollectionAfterChangeHook<Review> = async ({ doc, req }) => {
  const entry = toLogEntry(doc)
  if (!isTold(entry.action)) return
  const { docs } = await req.payload.db.find<Review>({
    collection: 'reviews',
    where: { subject: { equals: entry.subject } },
    sort: 'sequence',
    limit: 0,
    pagination: false,
    req,
  })
  await keepNotices(req, noticesOf(entry, docs.map(toLogEntry)), new Date(entry.at))
}
