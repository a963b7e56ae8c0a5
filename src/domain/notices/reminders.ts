import type { LogEntry, SubjectName } from '../model/index.ts'
import type { Standing } from '../review/index.ts'
import { workflowOf } from '../review/index.ts'
import type { Notice } from './notice.ts'
import { writersOf } from './participants.ts'

/**
 * Reminders of a live text's next review, from the day it can be signed again: to those who signed
 * it and to the person asked to review it, or to its writers when none of these can sign any more.
 * Who has signed again already is left in peace.
 *
 * @param log - the subject's whole log, oldest first
 * @param canReview - whether the person with this key may sign today
 */
export function reviewReminders(
  subject: SubjectName,
  standing: Pick<Standing, 'approvals' | 'renewal' | 'reviewDue'>,
  log: readonly LogEntry[],
  canReview: (person: string) => boolean,
): readonly Notice[] {
  const { approvals, renewal, reviewDue } = standing
  if (renewal === undefined || reviewDue === undefined) return []
  const renewed = renewal.approvals.map(({ actor }) => actor.key)
  const { assignment } = workflowOf(log)
  const asked = [...approvals.map(({ actor }) => actor.key), assignment?.assignee]
    .filter((person) => person !== undefined)
    .filter(canReview)
  const people = asked.length === 0 ? writersOf(log) : asked
  return [...new Set(people)]
    .filter((person) => !renewed.includes(person))
    .map((person) => ({
      person,
      kind: 'review-due',
      subject,
      occasion: reviewDue,
      due: reviewDue,
    }))
}

/**
 * Reminds the person who was asked to review by a day that has passed.
 *
 * @param log - the subject's whole log, oldest first
 * @param today - ISO date
 */
export function overdueReminders(
  subject: SubjectName,
  log: readonly LogEntry[],
  today: string,
): readonly Notice[] {
  const { assignment } = workflowOf(log)
  if (assignment?.due === undefined || assignment.due >= today) return []
  const { assignee, due } = assignment
  return [{ person: assignee, kind: 'overdue', subject, occasion: due, due }]
}
