import type { ReactNode } from 'react'
import type { Assignment } from '../../../domain/review/index.ts'
import { usePersonName } from '../../people/index.ts'
import { dueWords } from '../../words/index.ts'
import { useToday } from '../../clock/index.ts'
import { PlainAction } from '../PlainAction.tsx'
import type { Acting } from '../useTaking.ts'

/** Who is asked to review, until when, and by whom. */
export function AssignmentLine(acting: Acting): ReactNode {
  const { assignment } = acting.view.workflow
  return assignment === undefined ? null : <Asked assignment={assignment} {...acting} />
}

function Asked({ assignment, ...acting }: Acting & { readonly assignment: Assignment }): ReactNode {
  const { assignee, due, actor } = assignment
  const today = useToday()
  const name = usePersonName(assignee) ?? assignee
  const isPossible = acting.view.actions.some(
    ({ action, allowed }) => action === 'assign' && allowed,
  )
  return (
    <div className="review-panel__line">
      <p>
        Waiting for <strong>{name}</strong>
        {due === undefined ? '' : `, ${dueWords(due, today)}`}
      </p>
      <p className="review-panel__hint">Asked by {actor.name}.</p>
      {isPossible ? (
        <PlainAction
          {...acting}
          action="assign"
          words={{ assignee: null }}
          label="Take it back"
          about={`from ${name}`}
        />
      ) : null}
    </div>
  )
}
