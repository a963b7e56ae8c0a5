import type { BasePayload } from 'payload'
import { createLocalReq } from 'payload'
import type { LogEntry, SubjectName } from '../domain/model/index.ts'
import type { Schedule } from '../domain/review/index.ts'
import { workflowOf } from '../domain/review/index.ts'
import { queueScheduled } from '../hooks/index.ts'
import type { Review } from '../payload-types.ts'
import type { GatedDocument } from '../projection/index.ts'
import { slugOf, toLogEntry } from '../projection/index.ts'

/**
 * Queues what the log holds as scheduled and overdue and no job waits for: a job can be lost to a
 * crash or give up, a schedule cannot.
 */
export async function wakeOverdueSchedules(payload: BasePayload, now: Date): Promise<void> {
  const waiting = await waitingSchedules(payload)
  for (const [subject, schedule] of await openSchedules(payload)) {
    if (new Date(schedule.publishAt) > now || waiting.has(schedule.id)) continue
    const slug = slugOf(subject)
    const document = await payload.db.findOne<GatedDocument & { id: string }>({
      collection: slug,
      where: { key: { equals: subject.split('/')[1] } },
    })
    if (document === null) continue
    const req = await createLocalReq({}, payload)
    const { id: sequence, publishAt } = schedule
    await queueScheduled(req, { slug, id: document.id, schedule: { sequence, publishAt } })
  }
}

async function openSchedules(payload: BasePayload): Promise<Map<SubjectName, Schedule>> {
  const scheduled = await entries(payload, { action: { equals: 'schedule' } })
  const subjects = [...new Set(scheduled.map(({ subject }) => subject))]
  if (subjects.length === 0) return new Map()
  const log = await entries(payload, { subject: { in: subjects } })
  return new Map(
    subjects.flatMap((subject) => {
      const { schedule } = workflowOf(log.filter((entry) => entry.subject === subject))
      return schedule === undefined ? [] : [[subject, schedule] as const]
    }),
  )
}

async function entries(
  payload: BasePayload,
  where: Parameters<BasePayload['db']['find']>[0]['where'],
): Promise<LogEntry[]> {
  const { docs } = await payload.db.find<Review>({
    collection: 'reviews',
    ...(where === undefined ? {} : { where }),
    sort: 'sequence',
    limit: 0,
    pagination: false,
  })
  return docs.map(toLogEntry)
}

/** Sequences of the schedules that a job waits for, or works on. */
async function waitingSchedules(payload: BasePayload): Promise<ReadonlySet<unknown>> {
  const { docs } = await payload.db.find<{ input?: { schedule?: number } }>({
    collection: 'payload-jobs',
    where: {
      and: [
        { taskSlug: { equals: 'publishScheduled' } },
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
      ],
    },
    limit: 0,
    pagination: false,
  })
  return new Set(docs.map(({ input }) => input?.schedule))
}
