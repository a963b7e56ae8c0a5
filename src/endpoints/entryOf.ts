import type { Actor, LogDetails, NewLogEntry } from '../domain/model/index.ts'
import { subjectName } from '../domain/model/index.ts'
import type { Situation } from '../domain/review/index.ts'
import { parseInstant, policyFor } from '../domain/review/index.ts'
import type { ReviewRequest } from './reviewRequest.ts'

/** What leaves a text as it is: an entry in the log is all there is to it. */
export type RecordedAction = Exclude<ReviewRequest['action'], 'publish' | 'reinstate' | 'withdraw'>

/** The log entry of an allowed action. */
export function entryOf(
  action: RecordedAction,
  actor: Actor,
  { subject, standing, workflow, graph, now }: Situation,
  request: ReviewRequest,
): NewLogEntry {
  const reason = request.reason?.trim() ?? ''
  return {
    at: now.toISOString(),
    subject: subjectName(subject),
    action,
    contentHash: standing.contentHash,
    actor,
    ...(action === 'approve' && request.meaning !== undefined
      ? { meaning: request.meaning, policy: policyFor(subject, graph.policy) }
      : {}),
    ...(reason === '' ? {} : { reason }),
    ...detailsOf(action, request, workflow.schedule?.id),
  }
}

function detailsOf(
  action: RecordedAction,
  { assignee, due, place, text, comment, publishAt }: ReviewRequest,
  schedule: number | undefined,
): LogDetails {
  switch (action) {
    case 'assign':
      return {
        ...(typeof assignee === 'string' ? { assignee } : {}),
        ...(typeof assignee !== 'string' || due === undefined ? {} : { due }),
      }
    case 'comment':
      return {
        ...(place === undefined || place.trim() === '' ? {} : { place: place.trim() }),
        text: text?.trim() ?? '',
      }
    case 'resolve':
      return comment === undefined ? {} : { refersTo: comment }
    case 'schedule': {
      const instant = parseInstant(publishAt ?? '')
      return instant === undefined ? {} : { publishAt: instant.toISOString() }
    }
    case 'unschedule':
      return schedule === undefined ? {} : { refersTo: schedule }
    default:
      return {}
  }
}
