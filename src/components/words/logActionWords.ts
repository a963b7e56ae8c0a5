import type { LogAction } from '../../domain/model/index.ts'

/** What a log entry says somebody did. */
export const logActionWords: Readonly<Record<LogAction, string>> = {
  edit: 'Edited',
  submit: 'Submitted for review',
  assign: 'Asked to review',
  comment: 'Commented',
  resolve: 'Comment resolved',
  approve: 'Approved',
  'request-changes': 'Changes requested',
  expire: 'Review expired',
  publish: 'Published',
  reinstate: 'Reinstated',
  schedule: 'Publication scheduled',
  unschedule: 'Schedule taken back',
  'schedule-failed': 'Scheduled publication failed',
  withdraw: 'Withdrawn',
  withhold: 'Withheld from the feed',
  readmit: 'Readmitted to the feed',
  delete: 'Deleted',
}
