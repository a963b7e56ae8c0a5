import type { TaskConfig } from 'payload'
import { failSchedule, publishScheduled } from '../endpoints/index.ts'
import type { ScheduledPublication } from '../endpoints/index.ts'
import { isGatedSlug } from '../projection/index.ts'

const attempts = 5

/** Wakes the program at the moment of a schedule. What the schedule is, the log says. */
export const publishScheduledTask: TaskConfig<'publishScheduled'> = {
  slug: 'publishScheduled',
  inputSchema: [
    { name: 'slug', type: 'text', required: true },
    { name: 'id', type: 'text', required: true },
    { name: 'schedule', type: 'number', required: true },
  ],
  retries: { attempts, backoff: { type: 'exponential', delay: 1000 } },
  handler: async ({ input, req }) => {
    await publishScheduled(req.payload, publicationOf(input), new Date())
    return { output: {} }
  },
  onFail: async ({ input, req, taskStatus }) => {
    if ((taskStatus?.totalTried ?? 0) < attempts) return
    await failSchedule(
      req.payload,
      publicationOf(input as Parameters<typeof publicationOf>[0]),
      'The program failed again and again while it published this; its output tells why. Ask an administrator, then schedule it again.',
      new Date(),
    )
  },
}

function publicationOf({
  slug,
  id,
  schedule,
}: {
  slug: string
  id: string
  schedule: number
}): ScheduledPublication {
  if (!isGatedSlug(slug)) throw new Error(`A schedule names the collection ${slug}.`)
  return { slug, id, schedule }
}
