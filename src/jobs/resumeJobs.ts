import type { BasePayload } from 'payload'

/**
 * Takes up the work at a start: jobs that a crash or a power cut interrupted wait again, and the
 * upkeep is done at once. Every job can run twice without doing anything twice.
 */
export async function resumeJobs(payload: BasePayload): Promise<void> {
  await payload.update({
    collection: 'payload-jobs',
    where: { processing: { equals: true } },
    data: { processing: false },
  })
  await payload.delete({
    collection: 'payload-jobs',
    where: { taskSlug: { equals: 'upkeep' } },
  })
  await payload.jobs.queue({ task: 'upkeep', input: {}, queue: 'clock' })
}
