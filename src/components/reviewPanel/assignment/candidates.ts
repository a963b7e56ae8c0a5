import type { Person } from '../../people/index.ts'
import type { ReviewView } from '../reviewView.ts'

/** Somebody with a role that signs, and why they cannot sign this text all the same. */
export interface Candidate {
  readonly person: Person
  readonly because?: string
}

/** Whom the text can be given to: who can sign it first, and after them who could if they had not. */
export function candidates(
  people: readonly Person[],
  {
    policy,
    authors,
    approvals,
    renewal,
  }: Pick<ReviewView, 'policy' | 'authors' | 'approvals' | 'renewal'>,
): readonly Candidate[] {
  const signed = renewal?.approvals ?? approvals
  const judged = people
    .filter(({ roles }) => policy.roles.some((role) => roles.includes(role)))
    .map((person): Candidate => {
      if (authors.some(({ key }) => key === person.key)) {
        return { person, because: 'wrote a part of it' }
      }
      return signed.some(({ actor }) => actor.key === person.key)
        ? { person, because: 'has signed it' }
        : { person }
    })
  return [
    ...judged.filter(({ because }) => because === undefined),
    ...judged.filter(({ because }) => because !== undefined),
  ]
}
