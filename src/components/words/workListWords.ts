import type { WorkListName } from '../../domain/work/index.ts'

/** A list of the dashboard: its heading, and what it says when nothing is on it. */
export const workListWords: Readonly<
  Record<WorkListName, { readonly heading: string; readonly empty: string }>
> = {
  waiting: { heading: 'Waiting for your review', empty: 'Nothing waits for your review.' },
  sentBack: { heading: 'Sent back to you', empty: 'Nothing was sent back to you.' },
  comments: {
    heading: 'Open comments on your texts',
    empty: 'No comment is open on your texts.',
  },
  failed: { heading: 'Failed schedules', empty: 'No scheduled publication has failed.' },
  withheld: { heading: 'Withheld from the feed', empty: 'Nothing is withheld from the feed.' },
  scheduled: { heading: 'Scheduled', empty: 'No publication is scheduled.' },
  due: { heading: 'Review due soon', empty: 'No review is due within 30 days.' },
}
