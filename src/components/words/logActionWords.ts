import type { LogAction } from '../../domain/model/index.ts'

/** What a log entry says somebody did. */
export const logActionWords: Readonly<Record<LogAction, string>> = {
  edit: 'Edited',
  submit: 'Submitted for review',
  approve: 'Approved',
  'request-changes': 'Changes requested',
  publish: 'Published',
  withdraw: 'Withdrawn',
  withhold: 'Withheld from the feed',
  readmit: 'Readmitted to the feed',
  delete: 'Deleted',
}
