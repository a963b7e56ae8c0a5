import type { BasePayload } from 'payload'

/**
 * Whether the queue holds anything that is due: asking for jobs takes the writer's turn, looking
 * does not. What waits for a later moment is not due.
 */
export async function hasPendingJobs(
  payload: BasePayload,
  now: Date = new Date(),
): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'payload-jobs',
    where: {
      and: [
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
        { processing: { equals: false } },
        {
          or: [{ waitUntil: { exists: false } }, { waitUntil: { less_than: now.toISOString() } }],
        },
      ],
    },
  })
  return totalDocs > 0
}
