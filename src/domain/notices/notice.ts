import type { SubjectName } from '../model/index.ts'

/**
 * What people are told about. `assigned`, `submitted` and `overdue` ask for a review, `review-due`
 * for the next one; the others say what became of a text.
 */
export const noticeKinds = [
  'withheld',
  'schedule-failed',
  'changes-requested',
  'assigned',
  'submitted',
  'overdue',
  'comment',
  'review-due',
  'approved',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** One thing that one person is told. */
export interface Notice {
  /** Key of the person. */
  readonly person: string
  readonly kind: NoticeKind
  readonly subject: SubjectName
  /**
   * What brought it about: the sequence of a log entry, or a date that is near. Nobody is told of
   * the same kind, subject and occasion twice.
   */
  readonly occasion: string
  /** Name of who did it; absent when the program did. */
  readonly by?: string
  /** Why, or the words of a comment. */
  readonly reason?: string
  /** comment: the place in the text it is about. */
  readonly place?: string
  /** assigned, overdue, review-due: ISO date. */
  readonly due?: string
  /** approved: how many signatures the policy still asks for. */
  readonly missing?: number
  /** schedule-failed: ISO 8601 instant at which it was to be published. */
  readonly publishAt?: string
}

/** What readers of the feed are affected by cannot wait for a digest to fill. */
export const urgentKinds: readonly NoticeKind[] = ['withheld', 'schedule-failed']

/** The name under which a notice is kept; the same for the same thing told again. */
export function noticeKey({ person, kind, subject, occasion }: Notice): string {
  return `${kind} ${subject} ${occasion} ${person}`
}
