import type { ReactNode } from 'react'
import { AssignmentLine } from './assignment/AssignmentLine.tsx'
import type { ReviewView } from './reviewView.ts'
import { ScheduleLine } from './schedule/ScheduleLine.tsx'
import { StateBadge } from './StateBadge.tsx'
import { TextHash } from './TextHash.tsx'
import type { Acting } from './useTaking.ts'

/** Where the text stands in review and in public, and what is arranged for it. */
export function StandingSummary(acting: Acting): ReactNode {
  const { view } = acting
  const { reviewState, liveState, lastReviewed, reviewDue, contentHash, version, workflow } = view
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
      {workflow.assignment === undefined ? null : (
        <>
          <dt>Reviewer</dt>
          <dd>
            <AssignmentLine {...acting} />
          </dd>
        </>
      )}
      {workflow.schedule === undefined ? null : (
        <>
          <dt>Schedule</dt>
          <dd>
            <ScheduleLine {...acting} />
          </dd>
        </>
      )}
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
