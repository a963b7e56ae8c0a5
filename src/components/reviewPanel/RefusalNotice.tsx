import type { ReactNode } from 'react'
import { FindingList } from './FindingList.tsx'
import type { Refusal } from './refusalIn.ts'

/** Why the server did not do it, whole, with every finding it named. */
export function RefusalNotice({
  refusal,
  onReadAgain,
}: {
  readonly refusal: Refusal
  readonly onReadAgain: () => void
}): ReactNode {
  return (
    <div role="alert" className="review-panel__refusal">
      <p>{refusal.message}</p>
      {refusal.findings.length === 0 ? null : <FindingList findings={refusal.findings} />}
      {refusal.code === 'stale' || refusal.code === 'no-answer' ? (
        <button type="button" className="review-panel__link" onClick={onReadAgain}>
          Read the review again
        </button>
      ) : null}
    </div>
  )
}
