import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'

/**
 * Queues the release job in the transaction of the request: no commit, no job. The process that
 * owns the work polls each second.
 */
export async function queueRelease(req: PayloadRequest): Promise<void> {
  await req.payload.jobs.queue({ task: 'release', input: {}, queue: 'release', req })
}

/** A changed setting can change what a channel shows. */
export const queueReleaseAfterChange: CollectionAfterChangeHook = async ({ req }) => {
  await queueRelease(req)
}
