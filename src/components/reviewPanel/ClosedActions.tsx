import type { ReactNode } from 'react'
import type { OpenAction } from '../../domain/review/index.ts'
import { actionWords } from '../words/index.ts'

/** What this person cannot do now, and why not. */
export function ClosedActions({ actions }: { readonly actions: readonly OpenAction[] }): ReactNode {
  const closed = actions.flatMap((each) => (each.allowed ? [] : [each]))
  if (closed.length === 0) return null
  return (
    <section className="review-panel__section">
      <h4>Not possible now</h4>
      <dl className="review-panel__closed">
        {closed.map(({ action, message }) => (
          <div key={action}>
            <dt>{actionWords[action]}</dt>
            <dd>{message}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
