import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { ActionFormProps } from './ActionForm.tsx'
import { ActionForm } from './ActionForm.tsx'
import { longestWords } from './longestWords.ts'

/** Asks for the reason without which a refusal or a reinstatement is none. */
export function ReasonForm({
  label,
  consequence,
  onReason,
  ...form
}: Omit<ActionFormProps, 'children' | 'onSubmit'> & {
  readonly label: string
  /** What happens then. */
  readonly consequence: string
  readonly onReason: (reason: string) => void
}): ReactNode {
  const [reason, setReason] = useState('')
  const reasonId = useId()
  const consequenceId = useId()
  return (
    <ActionForm
      {...form}
      onSubmit={() => {
        onReason(reason)
      }}
    >
      {(formId) => (
        <>
          <p id={consequenceId}>{consequence}</p>
          <label htmlFor={reasonId}>{label}</label>
          <textarea
            id={reasonId}
            className="review-panel__input"
            form={formId}
            required
            rows={4}
            maxLength={longestWords}
            aria-describedby={consequenceId}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value)
            }}
          />
        </>
      )}
    </ActionForm>
  )
}
