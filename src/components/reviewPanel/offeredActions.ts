import type { Action } from '../../domain/review/index.ts'
import type { ReviewView } from './reviewView.ts'

/** An action this person cannot take now, and why. */
export interface ClosedAction {
  readonly action: Action
  readonly message: string
}

/** Sorts the actions into those this person can take now and those they cannot. */
export function offeredActions({
  actions,
  subject,
  isNewestLive,
}: Pick<ReviewView, 'actions' | 'subject' | 'isNewestLive'>): {
  readonly open: readonly Action[]
  readonly closed: readonly ClosedAction[]
} {
  // The gate would let the same words be published again; nothing would come of it.
  const judged = actions.map((each) =>
    each.action === 'publish' && each.allowed && isNewestLive
      ? {
          action: each.action,
          allowed: false as const,
          message: `${subject.kind}/${subject.key} is live with exactly this text: there is nothing to publish.`,
        }
      : each,
  )
  return {
    open: judged.filter((each) => each.allowed).map(({ action }) => action),
    closed: judged.flatMap((each) => (each.allowed ? [] : [each])),
  }
}
