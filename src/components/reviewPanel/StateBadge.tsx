import type { ReactNode } from 'react'
import type { LiveState, ReviewState } from '../../domain/model/index.ts'
import { liveStateWords, reviewStateWords } from '../words/index.ts'

/** A review state or a live state in words; its colour only repeats them. */
export function StateBadge({ state }: { readonly state: ReviewState | LiveState }): ReactNode {
  return (
    <span className={`review-panel__badge review-panel__badge--${state}`}>{wordsFor(state)}</span>
  )
}

function wordsFor(state: ReviewState | LiveState): string {
  return { ...reviewStateWords, ...liveStateWords }[state]
}
