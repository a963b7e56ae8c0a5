import type { ReactNode } from 'react'
import type { Refusal } from '../api/index.ts'
import { DifferenceList } from './difference/DifferenceList.tsx'
import { FindingList } from './FindingList.tsx'

/** Why the server did not do it, whole, with every finding it named and everything that has changed. */
export function RefusalNotice({
  refusal,
  onReadAgain,
}: {
  readonly refusal: Refusal
  readonly onReadAgain: () => void
}): ReactNode {
  const { code, message, findings, difference } = refusal
  return (
    <div role="alert" className="review-panel__refusal">
      <p>{message}</p>
      {findings.length === 0 ? null : <FindingList findings={findings} />}
      {difference.length === 0 ? null : <DifferenceList difference={difference} />}
      {code === 'stale' ? (
        <button
          type="button"
          className="review-panel__link"
          onClick={() => {
            // The page as it was loaded holds the old text in many places; a new page holds it in none.
            window.location.reload()
          }}
        >
          Read the new text
        </button>
      ) : null}
      {code === 'no-answer' ? (
        <button type="button" className="review-panel__link" onClick={onReadAgain}>
          Read the review again
        </button>
      ) : null}
    </div>
  )
}
