import type { ReactNode } from 'react'
import { actionWords } from '../words/index.ts'
import type { ClosedAction } from './offeredActions.ts'

/** What this person cannot do now, and why not. */
export function ClosedActions({
  actions,
}: {
  readonly actions: readonly ClosedAction[]
}): ReactNode {
  if (actions.length === 0) return null
  return (
    <section className="review-panel__section">
      <h4>Not possible now</h4>
      <ClosedList actions={actions} />
    </section>
  )
}

/** Closed actions, each with what stands in its way. */
export function ClosedList({ actions }: { readonly actions: readonly ClosedAction[] }): ReactNode {
  if (actions.length === 0) return null
  return (
    <dl className="review-panel__closed">
      {actions.map(({ action, message }) => (
        <div key={action}>
          <dt>{actionWords[action]}</dt>
          <dd>{message}</dd>
        </div>
      ))}
    </dl>
  )
}
