import type { Actor } from '../model/index.ts'
import type { Action, ActionInput, Obstacle, Situation } from './actions.ts'
import { commented, dependent } from './approvalObstacles.ts'
import type { GateQuestion } from './approvalObstacles.ts'
import { meaningMissing, reasonMissing, withdrawalUnexplained } from './requiredWords.ts'
import {
  deleted,
  outOfReviewOrder,
  unpublishable,
  unreinstatable,
  unreviewed,
  unwithdrawable,
} from './stateObstacles.ts'
import {
  nothingToResolve,
  scheduled,
  unfitAssignee,
  unresolvable,
  unsaid,
  unscheduled,
  untimely,
} from './workflowObstacles.ts'

/** What is asked before an action is taken, beside the permission of whoever takes it. */
export interface ActionCheck {
  /** As in “you cannot …”. */
  readonly verb: string
  /**
   * Whether the request names the text that was read. `named`: it has to. `checked`: if it does, it
   * has to be the newest. `free`: it is about the subject, whatever its newest words are.
   */
  readonly reading: 'named' | 'checked' | 'free'
  /** What stands in the way whatever is said, in the order in which people are told. */
  readonly obstacles: readonly ((
    situation: Situation,
    actor: Actor,
    verb: string,
  ) => Obstacle | undefined)[]
  /** What it asks the gate. */
  readonly gate?: GateQuestion
  /** What is wrong with, or missing from, the request itself. */
  readonly request?: (
    input: ActionInput,
    situation: Situation,
    actor: Actor,
  ) => Obstacle | undefined
}

/** The one table of actions. Signing, refusing and scheduling name what was read (21 CFR 11.70). */
export const actionChecks: Readonly<Record<Action, ActionCheck>> = {
  submit: {
    verb: 'submit it for review',
    reading: 'checked',
    obstacles: [deleted, unreviewed, outOfReviewOrder('submit')],
  },
  assign: {
    verb: 'ask somebody to review it',
    reading: 'free',
    obstacles: [deleted, unreviewed],
    request: unfitAssignee,
  },
  comment: {
    verb: 'comment on it',
    reading: 'free',
    obstacles: [deleted],
    request: unsaid,
  },
  resolve: {
    verb: 'resolve a comment on it',
    reading: 'free',
    obstacles: [deleted, nothingToResolve],
    request: unresolvable,
  },
  approve: {
    verb: 'approve it',
    reading: 'named',
    obstacles: [deleted, unreviewed, outOfReviewOrder('approve'), dependent, commented],
    gate: 'text',
    request: meaningMissing,
  },
  'request-changes': {
    verb: 'request changes',
    reading: 'named',
    obstacles: [deleted, unreviewed, outOfReviewOrder('request-changes')],
    request: reasonMissing('A request for changes says which and why. Give the reason.'),
  },
  publish: {
    verb: 'publish it',
    reading: 'checked',
    obstacles: [deleted, unpublishable, commented],
    gate: 'everything',
  },
  schedule: {
    verb: 'schedule its publication',
    reading: 'named',
    obstacles: [deleted, scheduled, unpublishable, commented],
    gate: 'everything',
    request: untimely,
  },
  unschedule: {
    verb: 'take its schedule back',
    reading: 'free',
    obstacles: [deleted, unscheduled],
  },
  reinstate: {
    verb: 'reinstate it',
    reading: 'checked',
    obstacles: [deleted, unreinstatable, commented],
    gate: 'everything',
    request: reasonMissing('A text that was withdrawn comes back with a reason. Give it.'),
  },
  withdraw: {
    verb: 'withdraw it',
    reading: 'free',
    obstacles: [deleted, unwithdrawable],
    request: withdrawalUnexplained,
  },
}
