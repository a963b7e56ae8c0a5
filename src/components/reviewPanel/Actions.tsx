import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Action } from '../../domain/review/index.ts'
import { actionWords } from '../words/index.ts'
import { ClosedList } from './ClosedActions.tsx'
import type { ClosedAction } from './offeredActions.ts'
import type { FormAction } from './OpenForm.tsx'
import { OpenForm } from './OpenForm.tsx'
import { RefusalNotice } from './RefusalNotice.tsx'
import type { ActionWords } from './reviewView.ts'
import type { Acting } from './useTaking.ts'
import { useTaking } from './useTaking.ts'

/** The step that brings a text nearer to its readers stands out. */
const forward: ReadonlySet<Action> = new Set<Action>(['submit', 'approve', 'publish', 'reinstate'])

/** What this person can do with the text now, and what has to be said with it. */
export function Actions({
  open: actions,
  closed,
  obstructed,
  ...acting
}: Acting & {
  /** What this person can do now, without what stands elsewhere in the panel. */
  readonly open: readonly Action[]
  /** What this person cannot do now, all of it. */
  readonly closed: readonly ClosedAction[]
  /** What a person or a comment stands in the way of: said here, where the button would be. */
  readonly obstructed: readonly ClosedAction[]
}): ReactNode {
  const { view, obstacle, onReadAgain } = acting
  const { isBusy, refusal, take, forgetRefusal } = useTaking(acting)
  const [form, setForm] = useState<FormAction>()
  const buttons = useRef(new Map<Action, HTMLButtonElement>())

  // What may harm a reader leaves whatever else is under way here.
  const obstacleTo = (action: Action) => (action === 'withdraw' ? undefined : obstacle)

  const act = async (action: Action, words?: ActionWords) => {
    if (await take(action, words)) setForm(undefined)
  }

  const choose = (action: Action) => {
    forgetRefusal()
    if (isFormAction(action)) setForm(action)
    else void act(action)
  }

  const cancel = () => {
    if (form !== undefined) buttons.current.get(form)?.focus()
    setForm(undefined)
    forgetRefusal()
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
              disabled={isBusy || obstacleTo(action) !== undefined}
              onClick={() => {
                choose(action)
              }}
              extraButtonProps={{
                ...(isFormAction(action) ? { 'aria-expanded': form === action } : {}),
                ref: (element: HTMLButtonElement | null) => {
                  if (element === null) buttons.current.delete(action)
                  else buttons.current.set(action, element)
                },
              }}
            >
              {isFormAction(action) ? `${actionWords[action]}…` : actionWords[action]}
            </Button>
          ))}
        </div>
      )}
      <ClosedList actions={obstructed} />
      {form === undefined ? (
        notice
      ) : (
        <OpenForm
          key={form}
          action={form}
          view={view}
          isBusy={isBusy}
          // Somebody else may have been faster; what was typed here stays all the same.
          obstacle={obstacleTo(form) ?? closed.find(({ action }) => action === form)?.message}
          notice={notice}
          onAct={(words) => {
            void act(form, words)
          }}
          onCancel={cancel}
        />
      )}
    </section>
  )
}

function isFormAction(action: Action): action is FormAction {
  return action !== 'submit' && action !== 'resolve' && action !== 'unschedule'
}
