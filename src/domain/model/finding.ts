import type { SubjectName } from './subjects.ts'

export type Severity = 'error' | 'warning'

/** What a rule rests on. */
export interface Authority {
  /** Document and clause, e.g. "FTC Health Products Compliance Guidance (2022), III". */
  readonly label: string
  readonly url?: string
}

/**
 * Which question a rule answers. `text`: is the text itself right; an approval asks this.
 * `surroundings`: is what it leans on live and complete. `review`: is it signed and in date.
 * Publication and release ask all three.
 */
export type Concern = 'text' | 'surroundings' | 'review'

/** What a rule says of a subject. An error blocks, a warning is shown. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly concern: Concern
  readonly subject: SubjectName
  /** Path of the place in the subject, e.g. `citations.0.study` or `sections.2.body`. */
  readonly place: string
  /** What is wrong and why. */
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
  readonly authority: Authority
  /** Set when the finding keeps the subject out of this one channel only. */
  readonly channel?: string
}
