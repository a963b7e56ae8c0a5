import type { LogEntry } from '../model/index.ts'
import type { Assignment, Comment, Schedule, Workflow } from './standing.ts'

/**
 * Reads comments, assignment and schedule out of one subject's whole log, oldest entry first. An
 * assignment ends with the next approval by the person asked; a publication by hand overtakes what
 * was scheduled, and a withdrawal ends it.
 */
export function workflowOf(log: readonly LogEntry[]): Workflow {
  const comments = new Map<number, Comment>()
  let assignment: Assignment | undefined
  let schedule: Schedule | undefined
  let failedSchedule: Workflow['failedSchedule']
  for (const entry of log) {
    const { action, actor, at, sequence } = entry
    if (action === 'comment') comments.set(sequence, commentIn(entry))
    if (action === 'resolve' && entry.refersTo !== undefined) {
      const comment = comments.get(entry.refersTo)
      if (comment !== undefined) comments.set(comment.id, { ...comment, resolved: { at, actor } })
    }
    if (action === 'assign') assignment = assignmentIn(entry)
    if (action === 'approve' && assignment?.assignee === actor.key) assignment = undefined
    if (action === 'schedule') {
      schedule = scheduleIn(entry)
      failedSchedule = undefined
    }
    if (action === 'schedule-failed' && schedule !== undefined) {
      failedSchedule = { ...schedule, at, reason: entry.reason ?? '' }
    }
    if (endsSchedule.has(action)) schedule = undefined
    if (action === 'publish' || action === 'reinstate') failedSchedule = undefined
  }
  return {
    comments: [...comments.values()],
    ...(assignment === undefined ? {} : { assignment }),
    ...(schedule === undefined ? {} : { schedule }),
    ...(failedSchedule === undefined ? {} : { failedSchedule }),
  }
}

const endsSchedule: ReadonlySet<string> = new Set([
  'unschedule',
  'schedule-failed',
  'publish',
  'reinstate',
  'withdraw',
  'delete',
])

function commentIn({ sequence, at, actor, place, text }: LogEntry): Comment {
  return {
    id: sequence,
    at,
    actor,
    ...(place === undefined ? {} : { place }),
    text: text ?? '',
  }
}

function assignmentIn({ assignee, due, at, actor }: LogEntry): Assignment | undefined {
  return assignee === undefined
    ? undefined
    : { assignee, at, actor, ...(due === undefined ? {} : { due }) }
}

function scheduleIn({ sequence, publishAt, contentHash, actor }: LogEntry): Schedule | undefined {
  return publishAt === undefined ? undefined : { id: sequence, publishAt, contentHash, actor }
}
