import type { Action, OpenAction } from '../../domain/review/index.ts'

/** An action this person cannot take now, and why. */
export type ClosedAction = Extract<OpenAction, { allowed: false }>

export interface OfferedActions {
  /** In the order in which the panel shows their buttons. */
  readonly open: readonly Action[]
  readonly closed: readonly ClosedAction[]
  /** Of the closed ones: signing and publishing that a person or a comment stands in the way of. */
  readonly obstructed: readonly ClosedAction[]
  /** The other closed ones that are worth a word: what has no object here says nothing. */
  readonly remaining: readonly ClosedAction[]
}

const buttons: readonly Action[] = [
  'submit',
  'approve',
  'request-changes',
  'publish',
  'schedule',
  'reinstate',
  'assign',
  'comment',
  'withdraw',
]

/** Where there is no comment, schedule or withdrawal, nobody wonders why it cannot be undone. */
const undoing: ReadonlySet<Action> = new Set<Action>(['resolve', 'unschedule', 'reinstate'])

const reviewing: ReadonlySet<Action> = new Set<Action>([
  'submit',
  'assign',
  'approve',
  'request-changes',
])

/**
 * Sorts the actions into those this person can take now and those they cannot.
 *
 * @param isReviewed - whether the text is of a kind that is signed; of another kind nothing is said
 * about review
 */
export function offeredActions(
  actions: readonly OpenAction[],
  isReviewed: boolean,
): OfferedActions {
  const closed = actions.flatMap((each) =>
    each.allowed || (!isReviewed && reviewing.has(each.action)) ? [] : each,
  )
  const isObstructed = ({ action, code }: ClosedAction) =>
    (action === 'approve' || action === 'publish') && (code === 'author' || code === 'comments')
  return {
    open: buttons.filter((action) =>
      actions.some((each) => each.action === action && each.allowed),
    ),
    closed,
    obstructed: closed.filter(isObstructed),
    remaining: closed.filter((each) => !isObstructed(each) && !undoing.has(each.action)),
  }
}
