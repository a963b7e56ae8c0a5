import type { ReactNode } from 'react'
import type { LogEntry } from '../../domain/model/index.ts'
import { usePersonName } from '../people/index.ts'
import { instantWords, withdrawalKindWords } from '../words/index.ts'
import { PlaceName } from './PlaceName.tsx'

/** What only some entries of the log say. */
export function EntryDetails({ entry }: { readonly entry: LogEntry }): ReactNode {
  const { withdrawalKind, supersededBy, assignee, due, place, text, publishAt, action } = entry
  const name = usePersonName(assignee)
  return (
    <>
      {withdrawalKind === undefined ? null : <p>{withdrawalKindWords[withdrawalKind]}</p>}
      {supersededBy === undefined ? null : <p>In its place: {supersededBy}</p>}
      {action !== 'assign' ? null : (
        <p>
          {assignee === undefined ? 'Nobody any more' : (name ?? assignee)}
          {due === undefined ? '' : `, due ${due}`}
        </p>
      )}
      {text === undefined ? null : (
        <>
          {place === undefined ? null : (
            <p>
              On <PlaceName place={place} />
            </p>
          )}
          <blockquote>{text}</blockquote>
        </>
      )}
      {publishAt === undefined ? null : <p>For {instantWords(publishAt)}</p>}
    </>
  )
}
