import type { TaskConfig } from 'payload'
import { publishRelease } from '../publish/index.ts'

/** Brings the feed in line with what is live. Queued by every change of a live text. */
export const releaseTask: TaskConfig = {
  slug: 'release',
  retries: { attempts: 5, backoff: { type: 'exponential', delay: 1000 } },
  handler: async ({ req }) => {
    await publishRelease(req.payload)
    return { output: {} }
  },
}
