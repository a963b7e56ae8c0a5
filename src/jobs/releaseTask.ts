import type { TaskConfig } from 'payload'
import { publishRelease } from '../publish/index.ts'
import { expireReviews } from './expireReviews.ts'

/** Brings the feed in line with what is live today. Queued by every change of a live text. */
export const releaseTask: TaskConfig<'release'> = {
  slug: 'release',
  retries: { attempts: 5, backoff: { type: 'exponential', delay: 1000 } },
  handler: async ({ req: { payload } }) => {
    await expireReviews(payload, new Date())
    await publishRelease(payload)
    return { output: {} }
  },
}
