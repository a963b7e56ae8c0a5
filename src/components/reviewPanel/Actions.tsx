import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Action } from '../../domain/review/index.ts'
import { actionWords } from '../words/index.ts'
import type { FormAction } from './OpenForm.tsx'
import { OpenForm } from './OpenForm.tsx'
import { RefusalNotice } from './RefusalNotice.tsx'
import type { Answer, Refusal } from './reviewApi.ts'
import type { ReviewRequest, ReviewView } from './reviewView.ts'

/** What this person can do with the text now, and what has to be said with it. */
export function Actions({
  view,
  obstacle,
  onAct,
  onReadAgain,
}: {
  readonly view: ReviewView
  /** Why nothing can be done at the moment. */
  readonly obstacle: string | undefined
  readonly onAct: (request: ReviewRequest) => Promise<Answer<unknown>>
  readonly onReadAgain: () => void
}): ReactNode {
  const [open, setOpen] = useState<FormAction>()
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const buttons = useRef(new Map<Action, HTMLButtonElement>())
  const allowed = view.actions.filter((each) => each.allowed).map(({ action }) => action)
  const refused = view.actions.find((each) => each.action === open && !each.allowed)

  const take = async (
    action: Action,
    words: Omit<ReviewRequest, 'action' | 'contentHash'> = {},
  ) => {
    setIsBusy(true)
    setRefusal(undefined)
    const answer = await onAct({ action, contentHash: view.contentHash, ...words })
    setIsBusy(false)
    if (answer.ok) setOpen(undefined)
    else setRefusal(answer.refusal)
  }

  const choose = (action: Action) => {
    setRefusal(undefined)
    if (action === 'submit') void take(action)
    else setOpen(action)
  }

  const cancel = () => {
    if (open !== undefined) buttons.current.get(open)?.focus()
    setOpen(undefined)
    setRefusal(undefined)
  }

  return (
    <section className="review-panel__section">
      {obstacle === undefined ? null : <p className="review-panel__obstacle">{obstacle}</p>}
      {allowed.length === 0 ? (
        <p>There is nothing for you to do here now.</p>
      ) : (
        <div className="review-panel__buttons">
          {allowed.map((action, index) => (
            <Button
              key={action}
              size="small"
              margin={false}
              buttonStyle={index === 0 && action !== 'withdraw' ? 'primary' : 'secondary'}
              disabled={isBusy || obstacle !== undefined}
              onClick={() => {
                choose(action)
              }}
              extraButtonProps={{
                'data-review-action': action,
                ...(action === 'submit' ? {} : { 'aria-expanded': open === action }),
                ref: (element: HTMLButtonElement | null) => {
                  if (element === null) buttons.current.delete(action)
                  else buttons.current.set(action, element)
                },
              }}
            >
              {actionWords[action]}
            </Button>
          ))}
        </div>
      )}
      {open === undefined ? null : (
        <OpenForm
          key={open}
          action={open}
          view={view}
          isBusy={isBusy}
          obstacle={obstacle ?? (refused?.allowed === false ? refused.message : undefined)}
          onAct={(words) => {
            void take(open, words)
          }}
          onCancel={cancel}
        />
      )}
      {refusal === undefined ? null : <RefusalNotice refusal={refusal} onReadAgain={onReadAgain} />}
    </section>
  )
}
