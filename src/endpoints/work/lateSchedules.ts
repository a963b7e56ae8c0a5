import type { PayloadRequest } from 'payload'
import type { SubjectName } from '../../domain/model/index.ts'
import { furthestScheduleDays, workflowOf } from '../../domain/review/index.ts'
import type { Workflow } from '../../domain/review/index.ts'
import { readLog } from './readLog.ts'
import { subjectsIn } from './subjectsIn.ts'

const dayMs = 86_400_000

/**
 * The workflows of all that was scheduled so lately that it can still be open, or have failed and
 * been forgotten for a year.
 */
export async function lateSchedules(
  req: PayloadRequest,
  now: Date,
): Promise<readonly (readonly [SubjectName, Workflow])[]> {
  const since = new Date(now.getTime() - 2 * furthestScheduleDays * dayMs).toISOString()
  const subjects = await subjectsIn(req, {
    action: { equals: 'schedule' },
    at: { greater_than_equal: since },
  })
  const log = await readLog(req, {
    subject: { in: [...subjects] },
    action: {
      in: [
        ...['schedule', 'unschedule', 'schedule-failed'],
        ...['publish', 'reinstate', 'withdraw', 'delete'],
      ],
    },
  })
  return [...log].map(([subject, entries]) => [subject, workflowOf(entries)])
}
