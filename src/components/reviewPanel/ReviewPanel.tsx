'use client'

import './reviewPanel.css'
import { useFormModified } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Action } from '../../domain/review/index.ts'
import { Actions } from './Actions.tsx'
import { ClosedActions } from './ClosedActions.tsx'
import { Findings } from './Findings.tsx'
import { History } from './History.tsx'
import { RefusalNotice } from './RefusalNotice.tsx'
import type { ReviewRequest } from './reviewView.ts'
import { Signatures } from './Signatures.tsx'
import { StandingSummary } from './StandingSummary.tsx'
import { useDocumentUrl } from './useDocumentUrl.ts'
import { useRefreshedDocument } from './useRefreshedDocument.ts'
import type { Review } from './useReview.ts'
import { useReview } from './useReview.ts'

/** Beside a reviewed document: where it stands, what the gate says of it, and what one can do. */
export function ReviewPanel(): ReactNode {
  const isSaved = useDocumentUrl() !== undefined
  const titleId = useId()
  return (
    <section className="review-panel" aria-labelledby={titleId}>
      <h3 id={titleId}>Review</h3>
      {isSaved ? (
        <SavedReview />
      ) : (
        <p>Save the draft first. Then its findings and its review show here.</p>
      )}
    </section>
  )
}

const done: Readonly<Record<Action, string>> = {
  submit: 'Submitted. Its reviewers see it in their lists now.',
  approve: 'Signed.',
  'request-changes': 'Sent back with your reason.',
  publish: 'Published. It is in the feed with the next release.',
  withdraw: 'Withdrawn. It leaves the feed with the next release.',
}

function SavedReview(): ReactNode {
  const review = useReview()
  const refreshDocument = useRefreshedDocument()
  const isModified = useFormModified()
  const [doneWords, setDoneWords] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const { view, problem, readAgain } = review

  const act = async (request: ReviewRequest) => {
    setDoneWords('')
    const answer = await review.act(request)
    if (answer.ok) {
      setDoneWords(done[request.action])
      status.current?.focus()
      await refreshDocument(answer.value)
    }
    return answer
  }

  return (
    <>
      <p ref={status} role="status" tabIndex={-1} className="review-panel__status">
        {doneWords === '' && view === undefined && problem === undefined
          ? 'Reading the review…'
          : doneWords}
      </p>
      {problem === undefined ? null : <RefusalNotice refusal={problem} onReadAgain={readAgain} />}
      {view === undefined ? null : (
        <>
          <StandingSummary view={view} />
          <Actions
            view={view}
            obstacle={obstacleNow(review, isModified)}
            onAct={act}
            onReadAgain={readAgain}
          />
          <Findings findings={view.findings} />
          <Signatures view={view} />
          <ClosedActions actions={view.actions} />
          <History log={view.log} />
        </>
      )}
    </>
  )
}

function obstacleNow(review: Review, isModified: boolean): string | undefined {
  if (isModified) return 'Save the draft first: a signature covers saved text.'
  if (review.isReading) return 'Reading the review…'
  return review.isPageOutdated
    ? 'Somebody saved a newer text since this page was opened. Reload the page to read it, then decide.'
    : undefined
}
