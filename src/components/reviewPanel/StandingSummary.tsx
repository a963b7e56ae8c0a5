import type { ReactNode } from 'react'
import type { ReviewView } from './reviewView.ts'
import { StateBadge } from './StateBadge.tsx'
import { TextHash } from './TextHash.tsx'

/** Where the text stands in review and in public. */
export function StandingSummary({ view }: { readonly view: ReviewView }): ReactNode {
  const { reviewState, liveState, lastReviewed, reviewDue, contentHash, version } = view
  return (
    <dl className="review-panel__standing">
      <dt>This text</dt>
      <dd>
        <StateBadge state={reviewState} /> <TextHash hash={contentHash} />
      </dd>
      <dt>In public</dt>
      <dd>
        <StateBadge state={liveState} />{' '}
        {liveState === 'never' ? null : `version ${version}${publicRemark(view)}`}
      </dd>
      {lastReviewed === undefined ? null : (
        <>
          <dt>Reviewed</dt>
          <dd>
            <time>{lastReviewed}</time>
          </dd>
        </>
      )}
      {reviewDue === undefined ? null : (
        <>
          <dt>Review due</dt>
          <dd>
            <time>{reviewDue}</time>
          </dd>
        </>
      )}
    </dl>
  )
}

function publicRemark({ liveState, isNewestLive }: ReviewView): string {
  return liveState === 'live' && !isNewestLive
    ? '; readers see that version, not this newer text'
    : ''
}
