import type { Action } from '../../domain/review/index.ts'

/** Actions as buttons name them. */
export const actionWords: Readonly<Record<Action, string>> = {
  submit: 'Submit for review',
  assign: 'Assign a reviewer',
  comment: 'Comment',
  resolve: 'Resolve a comment',
  approve: 'Approve',
  'request-changes': 'Request changes',
  publish: 'Publish',
  schedule: 'Schedule',
  unschedule: 'Take back the schedule',
  reinstate: 'Reinstate',
  withdraw: 'Withdraw',
}
