import type {
  Actor,
  ApprovalMeaning,
  Finding,
  Graph,
  Subject,
  SubjectName,
  WithdrawalKind,
} from '../model/index.ts'
import type { Standing, Workflow } from './standing.ts'

/** What a person can ask for beside writing, in the order in which a panel offers it. */
export const actions = [
  'submit',
  'assign',
  'comment',
  'resolve',
  'approve',
  'request-changes',
  'publish',
  'schedule',
  'unschedule',
  'reinstate',
  'withdraw',
] as const
export type Action = (typeof actions)[number]

/** The newest text of a subject, and all that bears on what may be done with it. */
export interface Situation {
  readonly subject: Subject
  readonly standing: Standing
  readonly workflow: Workflow
  /** What the gate says of the text now. */
  readonly findings: readonly Finding[]
  /** Its neighbourhood, with its own log and its live text if there is one. */
  readonly graph: Graph
  readonly now: Date
}

/** What comes with the request for an action; nothing of it has been checked but its types. */
export interface ActionInput {
  /** Hash of the text the person has read. */
  readonly contentHash?: string
  /** approve. */
  readonly meaning?: ApprovalMeaning
  /** request-changes, withdraw, reinstate. */
  readonly reason?: string
  /** withdraw. */
  readonly kind?: WithdrawalKind
  /** withdraw as superseded: what takes its place, and whether that is live. */
  readonly supersededBy?: { readonly name: SubjectName; readonly isLive: boolean }
  /** assign: the person; null for nobody any more; undefined when there is no such account. */
  readonly assignee?: Actor | null | undefined
  /** assign: ISO date. */
  readonly due?: string
  /** comment: the place in the text, as findings name places. */
  readonly place?: string
  /** comment. */
  readonly text?: string
  /** resolve: the comment's id. */
  readonly comment?: number
  /** schedule: ISO 8601 instant with its offset from UTC. */
  readonly publishAt?: string
}

/**
 * Why an action is refused. `role` and `author`: this person may not. `state`: not from here. `stale`:
 * another text was read. `comments`: open ones block it. `findings`: the gate forbids it. `assignee`:
 * that person cannot be asked. `meaning`, `reason`: something has to be said with it. `malformed`:
 * what was said cannot be. `not-found`: there is no such comment.
 */
export type RefusalCode =
  | 'role'
  | 'author'
  | 'state'
  | 'stale'
  | 'comments'
  | 'findings'
  | 'assignee'
  | 'meaning'
  | 'reason'
  | 'malformed'
  | 'not-found'

/** Something in the way of an action. */
export interface Obstacle {
  readonly code: RefusalCode
  /** What happened, why, and what to do. */
  readonly message: string
}
