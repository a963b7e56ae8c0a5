import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Action } from '../../domain/review/index.ts'
import { actionWords } from '../words/index.ts'
import type { ClosedAction } from './offeredActions.ts'
import type { FormAction } from './OpenForm.tsx'
import { OpenForm } from './OpenForm.tsx'
import { RefusalNotice } from './RefusalNotice.tsx'
import type { Refusal } from './refusalIn.ts'
import type { Answer } from './reviewApi.ts'
import type { ReviewRequest, ReviewView } from './reviewView.ts'

/** The step that brings a text nearer to its readers stands out. */
const forward: ReadonlySet<Action> = new Set<Action>(['submit', 'approve', 'publish'])

/** What this person can do with the text now, and what has to be said with it. */
export function Actions({
  view,
  open: actions,
  closed,
  obstacle,
  onAct,
  onReadAgain,
}: {
  readonly view: ReviewView
  readonly open: readonly Action[]
  readonly closed: readonly ClosedAction[]
  /** Why nothing can be done at the moment. */
  readonly obstacle: string | undefined
  readonly onAct: (request: ReviewRequest) => Promise<Answer<unknown>>
  readonly onReadAgain: () => void
}): ReactNode {
  const [form, setForm] = useState<FormAction>()
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const buttons = useRef(new Map<Action, HTMLButtonElement>())

  const take = async (
    action: Action,
    words: Omit<ReviewRequest, 'action' | 'contentHash'> = {},
  ) => {
    setIsBusy(true)
    setRefusal(undefined)
    const answer = await onAct({ action, contentHash: view.contentHash, ...words })
    setIsBusy(false)
    if (answer.ok) setForm(undefined)
    else setRefusal(answer.refusal)
  }

  const choose = (action: Action) => {
    setRefusal(undefined)
    if (action === 'submit') void take(action)
    else setForm(action)
  }

  const cancel = () => {
    if (form !== undefined) buttons.current.get(form)?.focus()
    setForm(undefined)
    setRefusal(undefined)
  }

  const notice =
    refusal === undefined ? null : <RefusalNotice refusal={refusal} onReadAgain={onReadAgain} />

  return (
    <section className="review-panel__section">
      {obstacle === undefined ? null : <p className="review-panel__obstacle">{obstacle}</p>}
      {actions.length === 0 ? (
        <p>There is nothing for you to do here now.</p>
      ) : (
        <div className="review-panel__buttons">
          {actions.map((action) => (
            <Button
              key={action}
              size="small"
              margin={false}
              buttonStyle={forward.has(action) ? 'primary' : 'secondary'}
              disabled={isBusy || obstacle !== undefined}
              onClick={() => {
                choose(action)
              }}
              extraButtonProps={{
                ...(action === 'submit' ? {} : { 'aria-expanded': form === action }),
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
      {form === undefined ? (
        notice
      ) : (
        <OpenForm
          key={form}
          action={form}
          view={view}
          isBusy={isBusy}
          // Somebody else may have been faster; what was typed here stays all the same.
          obstacle={obstacle ?? closed.find(({ action }) => action === form)?.message}
          notice={notice}
          onAct={(words) => {
            void take(form, words)
          }}
          onCancel={cancel}
        />
      )}
    </section>
  )
}
