import { liveStateWords, reviewStateWords } from '../words/index.ts'
import type { ClaimSummary } from './claimSummary.ts'

/** Where a claim stands, in a few words: "Live", "Live, newer text in review", "Not live: draft". */
export function stateWords({ liveState, reviewState, isNewestLive }: ClaimSummary): string {
  const review = reviewStateWords[reviewState].toLowerCase()
  if (liveState === 'never') return `Not live: ${review}`
  if (liveState === 'live' && !isNewestLive) return `${liveStateWords.live}, newer text: ${review}`
  return liveStateWords[liveState]
}
