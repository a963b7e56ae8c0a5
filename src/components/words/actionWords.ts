import type { Action } from '../../domain/review/index.ts'

/** Actions as buttons name them. */
export const actionWords: Readonly<Record<Action, string>> = {
  submit: 'Submit for review',
  approve: 'Approve',
  'request-changes': 'Request changes',
  publish: 'Publish',
  withdraw: 'Withdraw',
}
