import type { Action } from '../../domain/review/index.ts'
import type { ReviewRequest } from './reviewView.ts'

/** What has been done, as the panel tells it. */
export function doneWords({ action, assignee }: ReviewRequest): string {
  return action === 'assign' && assignee === null
    ? 'Taken back. Nobody is asked to review it now.'
    : words[action]
}

const words: Readonly<Record<Action, string>> = {
  submit: 'Submitted. Its reviewers see it in their lists now.',
  assign: 'Assigned. It stands first in that person’s list now.',
  comment: 'Commented. Nobody can approve the text until that is resolved.',
  resolve: 'Resolved.',
  approve: 'Signed.',
  'request-changes': 'Sent back with your reason.',
  publish: 'Published. It is in the feed with the next release.',
  schedule: 'Scheduled. Every rule is asked again at that moment.',
  unschedule: 'Taken back. Nothing will be published by itself.',
  reinstate: 'Reinstated. It is in the feed with the next release.',
  withdraw: 'Withdrawn. It leaves the feed with the next release.',
}
