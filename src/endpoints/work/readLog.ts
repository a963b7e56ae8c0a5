import type { PayloadRequest, Where } from 'payload'
import type { LogEntry, SubjectName } from '../../domain/model/index.ts'
import type { Review } from '../../payload-types.ts'
import { toLogEntry } from '../../projection/index.ts'

/** Entries of the review log by subject, oldest first. */
export async function readLog(
  req: PayloadRequest,
  where: Where,
): Promise<ReadonlyMap<SubjectName, readonly LogEntry[]>> {
  const { docs } = await req.payload.db.find<Review>({
    collection: 'reviews',
    where,
    sort: 'sequence',
    limit: 0,
    pagination: false,
    req,
  })
  const log = new Map<SubjectName, LogEntry[]>()
  for (const entry of docs.map(toLogEntry)) {
    const known = log.get(entry.subject)
    if (known === undefined) log.set(entry.subject, [entry])
    else known.push(entry)
  }
  return log
}
