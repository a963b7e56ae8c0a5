import type { ReactNode } from 'react'
import type { LogEntry } from '../../domain/model/index.ts'
import { logActionWords } from '../words/index.ts'
import { EntryDetails } from './EntryDetails.tsx'
import { PersonName } from './PersonName.tsx'
import type { ReviewView } from './reviewView.ts'

/** Why the text was sent back, or why it left the feed: the reason its editors work on. */
export function LastAnswer({ view }: { readonly view: ReviewView }): ReactNode {
  const answer = answerTo(view)
  if (answer?.reason === undefined) return null
  return (
    <div className="review-panel__answer">
      <p>
        {logActionWords[answer.action]} by <PersonName person={answer.actor} />,{' '}
        <time>{answer.at.slice(0, 'YYYY-MM-DD'.length)}</time>:
      </p>
      <EntryDetails entry={answer} />
      <blockquote>{answer.reason}</blockquote>
    </div>
  )
}

function answerTo({ reviewState, liveState, log }: ReviewView): LogEntry | undefined {
  if (reviewState === 'changes-requested') {
    return log.find(({ action }) => action === 'request-changes')
  }
  if (liveState === 'withdrawn') return log.find(({ action }) => action === 'withdraw')
  return undefined
}
