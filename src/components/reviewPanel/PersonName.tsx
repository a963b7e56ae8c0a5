import type { ReactNode } from 'react'
import type { Actor } from '../../domain/model/index.ts'

/** A person as they signed: name, credentials, and whether they exist. */
export function PersonName({ person }: { readonly person: Actor }): ReactNode {
  return (
    <>
      <strong>{person.name}</strong>
      {person.credentials === undefined ? '' : `, ${person.credentials}`}
      {person.isFictitious ? ' (fictitious person)' : ''}
    </>
  )
}
