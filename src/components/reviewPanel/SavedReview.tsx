import { useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { RefusalNotice } from './RefusalNotice.tsx'
import { Actions } from './Actions.tsx'
import { FactsCascade } from './cascade/FactsCascade.tsx'
import { ClosedActions } from './ClosedActions.tsx'
import { Comments } from './comments/Comments.tsx'
import { doneWords } from './doneWords.ts'
import { DoneWords } from './DoneWords.tsx'
import { Findings } from './Findings.tsx'
import { History } from './History.tsx'
import { LastAnswer } from './LastAnswer.tsx'
import { offeredActions } from './offeredActions.ts'
import type { ReviewRequest, ReviewView } from './reviewView.ts'
import { FailedSchedule } from './schedule/FailedSchedule.tsx'
import { Signatures } from './Signatures.tsx'
import { StillStanding } from './StillStanding.tsx'
import { StandingSummary } from './StandingSummary.tsx'
import { useRefreshedDocument } from './useRefreshedDocument.ts'
import type { Review } from './useReview.ts'
import { useReview } from './useReview.ts'

/** The review of a document that has been saved. */
export function SavedReview(): ReactNode {
  const review = useReview()
  const { view, problem, readAgain } = review
  return (
    <>
      {view === undefined && problem === undefined ? (
        <p role="status">Reading the review…</p>
      ) : null}
      {problem === undefined ? null : <RefusalNotice refusal={problem} onReadAgain={readAgain} />}
      {view === undefined ? null : <ReadReview review={review} view={view} />}
    </>
  )
}

function ReadReview({
  review,
  view,
}: {
  readonly review: Review
  readonly view: ReviewView
}): ReactNode {
  const isModified = useFormModified()
  const refreshDocument = useRefreshedDocument()
  const [last, setLast] = useState<{ readonly words: string; readonly entry: number | undefined }>()
  const isReviewed = view.policy.approvals > 0
  const { open, closed, obstructed, remaining } = offeredActions(view.actions, isReviewed)

  const act = async (request: ReviewRequest) => {
    const answer = await review.act(request)
    if (answer.ok) {
      setLast({ words: doneWords(request), entry: newestEntry(answer.value) })
      // What somebody is writing in the form stays there, also when the live text has just left.
      if (!isModified) void refreshDocument(answer.value)
    }
    return answer
  }

  const acting = {
    view,
    obstacle: obstacleNow(review, isModified),
    onAct: act,
    onReadAgain: review.readAgain,
  }
  return (
    <>
      <DoneWords words={last?.entry === newestEntry(view) ? (last?.words ?? '') : ''} />
      <FailedSchedule workflow={view.workflow} />
      <StandingSummary {...acting} />
      {view.liveState === 'withdrawn' ? <StillStanding /> : null}
      <LastAnswer view={view} />
      {view.subject.kind === 'study' && view.liveState === 'live' ? (
        <FactsCascade view={view} />
      ) : null}
      <Actions {...acting} open={open} closed={closed} obstructed={obstructed} />
      <Comments {...acting} />
      <Findings findings={view.findings} />
      {isReviewed ? (
        <Signatures view={view} />
      ) : (
        <p className="review-panel__hint">
          A {view.subject.kind} needs no signature: it goes live by its findings alone.
        </p>
      )}
      <ClosedActions actions={remaining} />
      <History log={view.log} />
    </>
  )
}

/** What has been done is news until something else happens to the text. */
function newestEntry({ log }: ReviewView): number | undefined {
  return log[0]?.sequence
}

function obstacleNow(review: Review, isModified: boolean): string | undefined {
  if (isModified) return 'Save the draft first: what is signed or published is the saved text.'
  if (review.isReading) return 'Reading the review…'
  return review.isPageOutdated
    ? 'Somebody saved a newer text since this page was opened. Reload the page to read it, then decide.'
    : undefined
}
