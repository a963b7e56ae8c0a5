import type { LiveState, ReviewState } from '../../domain/model/index.ts'

/** What a page's editor has to know of a claim that stands on the page. */
export interface ClaimSummary {
  /** What readers see there; the newest words when nothing of it is live. */
  readonly statement: string
  readonly liveState: LiveState
  /** Of the newest text. */
  readonly reviewState: ReviewState
  /** Whether the newest text is the live one. */
  readonly isNewestLive: boolean
}

type StoredClaim = Readonly<Record<string, unknown>>

/** Puts together the claim as the main table has it and its newest text. */
export function claimSummary(main: StoredClaim, newest: StoredClaim): ClaimSummary {
  const isLive = main._status === 'published'
  const { statement } = isLive ? main : newest
  return {
    statement: typeof statement === 'string' ? statement : '',
    liveState: (main.liveStatus ?? 'never') as LiveState,
    reviewState: (newest.reviewStatus ?? 'draft') as ReviewState,
    isNewestLive: newest._status === 'published',
  }
}
