import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'

/**
 * Queues the release job in the transaction of the request: no commit, no job. The process that
 * owns the work polls each second; one job that has not started yet serves everybody.
 */
export async function queueRelease(req: PayloadRequest): Promise<void> {
  const { totalDocs } = await req.payload.db.count({
    collection: 'payload-jobs',
    where: {
      and: [
        { taskSlug: { equals: 'release' } },
        { processing: { equals: false } },
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
      ],
    },
    req,
  })
  if (totalDocs > 0) return
  await req.payload.jobs.queue({ task: 'release', input: {}, queue: 'release', req })
}

/** A changed setting can change what a channel shows. */
export const queueReleaseAfterChange: CollectionAfterChangeHook = async ({ req }) => {
  await queueRelease(req)
}
