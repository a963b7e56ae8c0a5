import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { Person } from '../../people/index.ts'
import { usePeople } from '../../people/index.ts'
import type { ActionFormProps } from '../ActionForm.tsx'
import { ActionForm } from '../ActionForm.tsx'
import type { ActionWords, ReviewView } from '../reviewView.ts'
import { useToday } from '../../clock/index.ts'
import { candidates } from './candidates.ts'

/** Asks who is to review the text, and until when. */
export function AssignForm({
  view,
  onAssign,
  ...form
}: Omit<ActionFormProps, 'title' | 'verb' | 'children' | 'onSubmit'> & {
  readonly view: ReviewView
  readonly onAssign: (words: ActionWords) => void
}): ReactNode {
  const people = usePeople()
  const today = useToday()
  const [assignee, setAssignee] = useState('')
  const [due, setDue] = useState('')
  const assigneeId = useId()
  const dueId = useId()
  const obstacle = people?.ok === false ? people.refusal.message : undefined
  return (
    <ActionForm
      {...form}
      obstacle={form.obstacle ?? obstacle}
      title="Ask somebody to review"
      verb="Assign"
      onSubmit={() => {
        onAssign({ assignee, ...(due === '' ? {} : { due }) })
      }}
    >
      {(formId) => (
        <>
          <label htmlFor={assigneeId}>Reviewer</label>
          <select
            id={assigneeId}
            className="review-panel__input"
            form={formId}
            required
            value={assignee}
            onChange={({ target }) => {
              setAssignee(target.value)
            }}
          >
            <option value="">{people === undefined ? 'One moment…' : 'Choose a person'}</option>
            <PersonOptions people={people?.ok === true ? people.value : []} view={view} />
          </select>
          <label htmlFor={dueId}>Due, if there is a day</label>
          <input
            id={dueId}
            className="review-panel__input"
            type="date"
            form={formId}
            min={today}
            value={due}
            onChange={({ target }) => {
              setDue(target.value)
            }}
          />
        </>
      )}
    </ActionForm>
  )
}

function PersonOptions({
  people,
  view,
}: {
  readonly people: readonly Person[]
  readonly view: ReviewView
}): ReactNode {
  return candidates(people, view).map(({ person, because }) => (
    <option key={person.key} value={person.key} disabled={because !== undefined}>
      {because === undefined ? person.name : `${person.name}: not possible, ${because}`}
    </option>
  ))
}
