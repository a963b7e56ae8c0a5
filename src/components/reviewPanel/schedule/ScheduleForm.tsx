import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { clockWords, instantWords } from '../../words/index.ts'
import type { ActionFormProps } from '../ActionForm.tsx'
import { ActionForm } from '../ActionForm.tsx'
import type { ActionWords, ReviewView } from '../reviewView.ts'
import { useTimeZone } from '../../clock/index.ts'
import { instantOf } from './instantOf.ts'

/** Asks when the text is to be published, on the editor's own clock. */
export function ScheduleForm({
  view,
  onSchedule,
  ...form
}: Omit<ActionFormProps, 'title' | 'verb' | 'children' | 'onSubmit'> & {
  readonly view: ReviewView
  readonly onSchedule: (words: ActionWords) => void
}): ReactNode {
  const timeZone = useTimeZone()
  const [local, setLocal] = useState('')
  const inputId = useId()
  const hintId = useId()
  const instant = instantOf(local)
  return (
    <ActionForm
      {...form}
      title="Publish this text later"
      verb="Schedule"
      onSubmit={() => {
        if (instant !== undefined) onSchedule({ publishAt: instant.toISOString() })
      }}
    >
      {(formId) => (
        <>
          <p>
            {view.liveState === 'live'
              ? 'It replaces the text that is live then. '
              : 'It goes live then. '}
            Every rule is asked again at that moment; a text that fails stays back, and you are
            told.
          </p>
          <label htmlFor={inputId}>Date and time in your time zone, {timeZone}</label>
          <input
            id={inputId}
            className="review-panel__input"
            type="datetime-local"
            form={formId}
            required
            aria-describedby={hintId}
            value={local}
            onChange={({ target }) => {
              setLocal(target.value)
            }}
          />
          <p id={hintId} className="review-panel__hint" role="status">
            {instant === undefined
              ? ''
              : `${clockWords(instant, timeZone)} ${timeZone} is ${instantWords(instant.toISOString())}.`}
          </p>
        </>
      )}
    </ActionForm>
  )
}
