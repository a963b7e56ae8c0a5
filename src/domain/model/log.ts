import type { SubjectName } from './subjects.ts'
import type { Role } from './vocabulary.ts'

/** A person as they were when they acted. Nothing here changes when the account does. */
export interface Actor {
  readonly key: string
  readonly name: string
  readonly credentials?: string
  readonly orcid?: string
  readonly roles: readonly Role[]
  /** True for the people of the demo content, who do not exist. */
  readonly isFictitious: boolean
}

/** The rules an approval was given under. */
export interface ReviewPolicy {
  /** How many different people have to approve. */
  readonly approvals: number
  readonly roles: readonly Role[]
}

export const logActions = [
  'edit',
  'submit',
  'assign',
  'comment',
  'resolve',
  'approve',
  'request-changes',
  'expire',
  'publish',
  'reinstate',
  'schedule',
  'unschedule',
  'schedule-failed',
  'withdraw',
  'withhold',
  'readmit',
  'delete',
] as const
export type LogAction = (typeof logActions)[number]

/** What an approver says with the signature (21 CFR 11.50(a)(3): the meaning of the signature). */
export const approvalMeanings = [
  'medically-accurate',
  'evidence-checked',
  'approved-for-publication',
] as const
export type ApprovalMeaning = (typeof approvalMeanings)[number]

/**
 * Why a live text leaves. `evidence`: what it rests on fell. `safety`: it could harm a reader.
 * `legal`: it may not be said. `superseded`: another text takes its place.
 */
export const withdrawalKinds = ['evidence', 'safety', 'legal', 'superseded'] as const
export type WithdrawalKind = (typeof withdrawalKinds)[number]

/** One append-only entry of the review log. */
export interface LogEntry {
  /** 1, 2, 3 … over the whole log. */
  readonly sequence: number
  /** ISO 8601 instant, UTC. */
  readonly at: string
  readonly subject: SubjectName
  readonly action: LogAction
  /** Hash of the subject's text when the entry was made, see contentHash. */
  readonly contentHash: string
  readonly actor: Actor
  readonly meaning?: ApprovalMeaning
  readonly reason?: string
  /** approve only. */
  readonly policy?: ReviewPolicy
  /** edit only: top-level places that changed, e.g. `statement`, `citations`. */
  readonly changed?: readonly string[]
  /** withdraw only. */
  readonly withdrawalKind?: WithdrawalKind
  /** withdraw as superseded: what takes its place. */
  readonly supersededBy?: SubjectName
  /** assign: key of the person who is asked to review. Absent: nobody is any more. */
  readonly assignee?: string
  /** assign: ISO date by which the review is asked for. */
  readonly due?: string
  /** comment: the place in the text it is about, as findings name places. Absent: all of it. */
  readonly place?: string
  /** comment: its words. */
  readonly text?: string
  /** schedule: ISO 8601 instant, UTC, at which to publish. */
  readonly publishAt?: string
  /** Sequence of the entry this one answers: resolve a comment, unschedule and schedule-failed a schedule. */
  readonly refersTo?: number
  /** Hash of the entry before, 64 zeros for the first. */
  readonly previousHash: string
  /** SHA-256 over the canonical JSON of all other properties, lower-case hex. */
  readonly hash: string
}

/** An entry before it takes its place in the chain. */
export type NewLogEntry = Omit<LogEntry, 'sequence' | 'previousHash' | 'hash'>

/** The properties of an entry that only some actions have. */
export const logDetails = [
  'withdrawalKind',
  'supersededBy',
  'assignee',
  'due',
  'place',
  'text',
  'publishAt',
  'refersTo',
] as const satisfies readonly (keyof LogEntry)[]
export type LogDetails = Pick<LogEntry, (typeof logDetails)[number]>
