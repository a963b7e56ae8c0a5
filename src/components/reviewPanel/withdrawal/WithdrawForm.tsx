import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { SubjectName, WithdrawalKind } from '../../../domain/model/index.ts'
import { withdrawalKinds } from '../../../domain/model/index.ts'
import { withdrawalKindWords } from '../../words/index.ts'
import type { ActionFormProps } from '../ActionForm.tsx'
import { ActionForm } from '../ActionForm.tsx'
import { longestWords } from '../longestWords.ts'
import type { ActionWords, ReviewView } from '../reviewView.ts'
import { SuccessorChooser } from './SuccessorChooser.tsx'
import { WithdrawalCascade } from './WithdrawalCascade.tsx'

/** Asks of which kind a withdrawal is and why, and shows what goes with it. Nothing here holds it up. */
export function WithdrawForm({
  view,
  onWithdraw,
  ...form
}: Omit<ActionFormProps, 'title' | 'verb' | 'children' | 'onSubmit'> & {
  readonly view: ReviewView
  readonly onWithdraw: (words: ActionWords) => void
}): ReactNode {
  const [kind, setKind] = useState<WithdrawalKind>()
  const [successor, setSuccessor] = useState<SubjectName>()
  const [reason, setReason] = useState('')
  const groupName = useId()
  const reasonId = useId()
  const consequenceId = useId()
  return (
    <ActionForm
      {...form}
      title="Withdraw it from the feed"
      verb="Withdraw now"
      onSubmit={() => {
        if (kind === undefined) return
        onWithdraw({
          kind,
          reason,
          ...(kind === 'superseded' && successor !== undefined ? { supersededBy: successor } : {}),
        })
      }}
    >
      {(formId) => (
        <>
          <p id={consequenceId}>
            It leaves every feed with the next release, without anybody’s approval. A notice with
            the date and your reason stands in its place.
          </p>
          <WithdrawalCascade />
          <fieldset>
            <legend>Why it has to go</legend>
            {withdrawalKinds.map((each) => (
              <label key={each} className="review-panel__choice">
                <input
                  type="radio"
                  form={formId}
                  name={groupName}
                  value={each}
                  required
                  checked={kind === each}
                  onChange={() => {
                    setKind(each)
                  }}
                />
                {withdrawalKindWords[each]}
              </label>
            ))}
          </fieldset>
          {kind === 'superseded' ? (
            <SuccessorChooser
              formId={formId}
              subject={view.subject}
              chosen={successor}
              onChoose={setSuccessor}
            />
          ) : null}
          <label htmlFor={reasonId}>The reason; readers are told</label>
          <textarea
            id={reasonId}
            className="review-panel__input"
            form={formId}
            required
            rows={3}
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
