import type { ReactNode } from 'react'
import type { Action } from '../../domain/review/index.ts'
import { RefusalNotice } from './RefusalNotice.tsx'
import type { ActionWords } from './reviewView.ts'
import type { Acting } from './useTaking.ts'
import { useTaking } from './useTaking.ts'

/** An action that asks for nothing, beside what it is about; says why when it is refused. */
export function PlainAction({
  action,
  words,
  label,
  about,
  ...acting
}: Acting & {
  readonly action: Action
  readonly words?: ActionWords
  readonly label: string
  /** What it is about, for those who hear the button alone. */
  readonly about: string
}): ReactNode {
  const { isBusy, refusal, take } = useTaking(acting)
  return (
    <>
      <button
        type="button"
        className="review-panel__link"
        disabled={isBusy || acting.obstacle !== undefined}
        onClick={() => void take(action, words)}
      >
        {label}
        <span className="review-panel__spoken"> {about}</span>
      </button>
      {refusal === undefined ? null : (
        <RefusalNotice refusal={refusal} onReadAgain={acting.onReadAgain} />
      )}
    </>
  )
}
