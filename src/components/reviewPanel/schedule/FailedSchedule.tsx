import type { ReactNode } from 'react'
import type { Workflow } from '../../../domain/review/index.ts'
import { clockWords, instantWords } from '../../words/index.ts'
import { useTimeZone } from '../../clock/index.ts'

/** Says, before anything else, that what was scheduled did not happen, when and why. */
export function FailedSchedule({ workflow }: { readonly workflow: Workflow }): ReactNode {
  const timeZone = useTimeZone()
  const { failedSchedule } = workflow
  if (failedSchedule === undefined) return null
  const { at, reason, actor } = failedSchedule
  return (
    <div className="review-panel__refusal">
      <h4>The scheduled publication failed</h4>
      <p>
        <time dateTime={at}>
          {clockWords(new Date(at), timeZone)} {timeZone} ({instantWords(at)})
        </time>
        , scheduled by {actor.name}. Nothing was published.
      </p>
      <p>{reason}</p>
    </div>
  )
}
