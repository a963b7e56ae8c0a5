import type { LiveState, ReviewState } from '../model/index.ts'

export const reviewActions = ['submit', 'approve', 'request-changes', 'edit', 'expire'] as const
export type ReviewAction = (typeof reviewActions)[number]

export const liveActions = ['publish', 'withdraw', 'reinstate'] as const
export type LiveAction = (typeof liveActions)[number]

/** Where an action leads from a state; an absent cell is not possible. */
type Transitions<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, State>>>>
>

/**
 * `approve` leads to `approved` once the policy's last signature is there. `expire` is what time
 * does: the signatures have run out, and the text is back with its reviewers.
 */
export const reviewTransitions: Transitions<ReviewState, ReviewAction> = {
  draft: { submit: 'in-review', edit: 'draft' },
  'in-review': { approve: 'approved', 'request-changes': 'changes-requested', edit: 'draft' },
  'changes-requested': { submit: 'in-review', edit: 'draft' },
  approved: { 'request-changes': 'changes-requested', edit: 'draft', expire: 'in-review' },
}

/** What was withdrawn comes back by `reinstate` alone, which says why. */
export const liveTransitions: Transitions<LiveState, LiveAction> = {
  never: { publish: 'live' },
  live: { publish: 'live', withdraw: 'withdrawn' },
  withdrawn: { reinstate: 'live' },
}

/** The state after an action, or what is possible instead. */
export type Transition<State, Action> =
  | { readonly ok: true; readonly state: State }
  | { readonly ok: false; readonly possible: readonly Action[] }

/** Where a review action leads from a state. */
export function nextReviewState(
  from: ReviewState,
  action: ReviewAction,
): Transition<ReviewState, ReviewAction> {
  return next(reviewTransitions, reviewActions, from, action)
}

/** Where publishing, withdrawing or reinstating leads from a live state. */
export function nextLiveState(
  from: LiveState,
  action: LiveAction,
): Transition<LiveState, LiveAction> {
  return next(liveTransitions, liveActions, from, action)
}

function next<State extends string, Action extends string>(
  table: Transitions<State, Action>,
  actions: readonly Action[],
  from: State,
  action: Action,
): Transition<State, Action> {
  const row: Partial<Record<Action, State>> = table[from]
  const state = row[action]
  return state === undefined
    ? { ok: false, possible: actions.filter((other) => row[other] !== undefined) }
    : { ok: true, state }
}
