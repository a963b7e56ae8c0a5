import type { BasePayload } from 'payload'

/** Whether the queue holds anything: asking for jobs takes the writer's turn, looking does not. */
export async function hasPendingJobs(payload: BasePayload): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'payload-jobs',
    where: { and: [{ completedAt: { exists: false } }, { hasError: { not_equals: true } }] },
  })
  return totalDocs > 0
}
