import type { LogEntry } from './log.ts'
import type { ReviewPolicyTable } from './reviewPolicyTable.ts'
import type {
  Article,
  Channel,
  Claim,
  Condition,
  Disclaimer,
  Study,
  SubjectName,
  Therapy,
} from './subjects.ts'

/** A subject as the gate sees it: its live text where there is one, otherwise its newest draft. */
export interface Known<S> {
  readonly subject: S
  readonly isLive: boolean
}

/**
 * What a rule may look at beside the subject itself: the neighbourhood that was loaded for it. A
 * key that is missing does not exist. All channels and all disclaimers of the language are present.
 */
export interface Graph {
  readonly studies: ReadonlyMap<string, Known<Study>>
  readonly claims: ReadonlyMap<string, Known<Claim>>
  readonly therapies: ReadonlyMap<string, Known<Therapy>>
  readonly articles: ReadonlyMap<string, Known<Article>>
  readonly conditions: ReadonlyMap<string, Known<Condition>>
  readonly disclaimers: ReadonlyMap<string, Known<Disclaimer>>
  readonly channels: ReadonlyMap<string, Channel>
  /** Log entries per subject, oldest first. A subject without entries may be missing. */
  readonly log: ReadonlyMap<SubjectName, readonly LogEntry[]>
  /** The installation's rules of review; absent: the default ones. */
  readonly policy?: ReviewPolicyTable
}
