import type {
  Actor,
  ApprovalMeaning,
  LiveState,
  ReviewPolicy,
  ReviewState,
} from '../model/index.ts'

/** A signature on exactly one text. */
export interface Approval {
  readonly actor: Actor
  /** ISO 8601 instant, UTC. */
  readonly at: string
  readonly meaning: ApprovalMeaning
  readonly contentHash: string
  /** The policy it was given under. */
  readonly policy: ReviewPolicy
}

/** A signature that does not count, and why. */
export interface DiscountedApproval {
  readonly approval: Approval
  /** `author`: signed their own words. `role`: held none of the roles the policy names. */
  readonly because: 'author' | 'role'
}

/** Where a text stands in review and in public, derived from log entries and its content hash. */
export interface Standing {
  readonly contentHash: string
  readonly reviewState: ReviewState
  readonly liveState: LiveState
  /** The policy under which its signatures were completed, or last given; otherwise today's. */
  readonly policy: ReviewPolicy
  /** The signatures that count for this text, one per person, oldest first. */
  readonly approvals: readonly Approval[]
  readonly discounted: readonly DiscountedApproval[]
  /** How many signatures the policy still asks for. */
  readonly missing: number
  /** Who wrote a part of the text since its last approval, and so may not approve it. */
  readonly authors: readonly Actor[]
  /** ISO date on which the last of the signatures that were asked for came in. */
  readonly lastReviewed?: string
  /** Last ISO date on which the signatures hold. */
  readonly reviewDue?: string
  /** Whether its signatures were complete and have run out; it is back with its reviewers then. */
  readonly isExpired: boolean
  /** Set once a signed text may be signed again, shortly before its review is due and after. */
  readonly renewal?: {
    /** The fresh signatures there are so far. */
    readonly approvals: readonly Approval[]
  }
  /** How often the subject was published, reinstatements included. */
  readonly version: number
  readonly publishedHash?: string
}

/** Somebody's words about a text, kept in the log; they block its approval until they are resolved. */
export interface Comment {
  /** Sequence of its log entry, by which it is resolved. */
  readonly id: number
  /** ISO 8601 instant, UTC. */
  readonly at: string
  readonly actor: Actor
  /** The place it is about, as findings name places; absent: all of the text. */
  readonly place?: string
  readonly text: string
  readonly resolved?: { readonly at: string; readonly actor: Actor }
}

/** Who is asked to review, by whom and until when. */
export interface Assignment {
  /** Key of the person. */
  readonly assignee: string
  /** ISO date. */
  readonly due?: string
  readonly at: string
  readonly actor: Actor
}

/** A publication that is to happen later, for exactly one text. */
export interface Schedule {
  /** Sequence of its log entry. */
  readonly id: number
  /** ISO 8601 instant, UTC. */
  readonly publishAt: string
  readonly contentHash: string
  readonly actor: Actor
}

/**
 * What people have arranged around a subject, derived from its whole log: it belongs to the subject,
 * not to one of its texts.
 */
export interface Workflow {
  /** Oldest first. */
  readonly comments: readonly Comment[]
  readonly assignment?: Assignment
  readonly schedule?: Schedule
  /** The last schedule that failed, until the next schedule or publication. */
  readonly failedSchedule?: Schedule & { readonly at: string; readonly reason: string }
}
