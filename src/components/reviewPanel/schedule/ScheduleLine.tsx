import type { ReactNode } from 'react'
import type { Schedule } from '../../../domain/review/index.ts'
import { clockWords, instantWords } from '../../words/index.ts'
import { useTimeZone } from '../../clock/index.ts'
import { PlainAction } from '../PlainAction.tsx'
import { TextHash } from '../TextHash.tsx'
import type { Acting } from '../useTaking.ts'

/** When the text is to be published, by whose word, and the way out of it. */
export function ScheduleLine(acting: Acting): ReactNode {
  const { schedule } = acting.view.workflow
  return schedule === undefined ? null : <Planned schedule={schedule} {...acting} />
}

function Planned({ schedule, ...acting }: Acting & { readonly schedule: Schedule }): ReactNode {
  const { publishAt, actor, contentHash } = schedule
  const { view } = acting
  const timeZone = useTimeZone()
  const isPossible = view.actions.some(({ action, allowed }) => action === 'unschedule' && allowed)
  return (
    <div className="review-panel__line">
      <p>
        To be published{' '}
        <time dateTime={publishAt}>
          <strong>{clockWords(new Date(publishAt), timeZone)}</strong> {timeZone} (
          {instantWords(publishAt)})
        </time>
      </p>
      <p className="review-panel__hint">Scheduled by {actor.name}.</p>
      {contentHash === view.contentHash ? null : (
        <p>
          It was scheduled for an older text, <TextHash hash={contentHash} />: this one will not be
          published by it.
        </p>
      )}
      {isPossible ? (
        <PlainAction
          {...acting}
          action="unschedule"
          label="Take back"
          about="the scheduled publication"
        />
      ) : null}
    </div>
  )
}
