import type { PayloadRequest } from 'payload'
import type { LogEntry } from '../domain/model/index.ts'
import type { GatedSlug } from '../projection/index.ts'

/** A schedule that the log holds, and the document it is about. */
export interface Scheduled {
  readonly slug: GatedSlug
  readonly id: string
  readonly schedule: Pick<LogEntry, 'publishAt' | 'sequence'>
}

/**
 * Sets the clock for a schedule, in the transaction of the request. The log holds the schedule; the
 * job only wakes the program up at the moment.
 */
export async function queueScheduled(
  req: PayloadRequest,
  { slug, id, schedule: { publishAt = '', sequence } }: Scheduled,
): Promise<void> {
  await req.payload.jobs.queue({
    task: 'publishScheduled',
    input: { slug, id, schedule: sequence },
    queue: 'clock',
    waitUntil: new Date(publishAt),
    req,
  })
}
