import type { ReactNode } from 'react'
import type { TextDifference } from '../../../domain/review/index.ts'
import { PlaceName } from '../PlaceName.tsx'
import { citedFact } from './citedFact.ts'

/** What a text said and what it says now, place by place; the marks say it without their colours. */
export function DifferenceList({
  difference,
}: {
  readonly difference: readonly TextDifference[]
}): ReactNode {
  return (
    <>
      <p>
        <strong>Changed since you read it:</strong>
      </p>
      <ul className="review-panel__difference">
        {difference.map(({ place, before, after }, index) => (
          <li key={`${index} ${place}`}>
            <strong>
              <DifferencePlace place={place} />
            </strong>
            <ChangedWords label="Before" words={before} as="del" />
            <ChangedWords label="Now" words={after} as="ins" />
          </li>
        ))}
      </ul>
    </>
  )
}

function DifferencePlace({ place }: { readonly place: string }): ReactNode {
  const fact = citedFact(place)
  return fact === undefined ? (
    <PlaceName place={place} />
  ) : (
    `Facts of the study ${fact.study}${fact.fact === '' ? '' : `, ${fact.fact}`}`
  )
}

function ChangedWords({
  label,
  words,
  as: Mark,
}: {
  readonly label: string
  readonly words: string | undefined
  readonly as: 'del' | 'ins'
}): ReactNode {
  return (
    <p>
      {label}: {words === undefined ? <em>nothing</em> : <Mark>{words}</Mark>}
    </p>
  )
}
