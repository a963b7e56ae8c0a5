import type { Graph, ReviewState, Subject } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import { contentHash } from './contentHash.ts'
import { authorsBetween, contributionsTo } from './contributions.ts'
import { entriesAbout } from './entriesAbout.ts'
import { liveHistory } from './liveHistory.ts'
import { policyFor, reviewIntervalMonths } from './policy.ts'
import { addDays, addMonths, isoDate } from './reviewDates.ts'
import { signaturesOn } from './signatures.ts'
import type { Completion, SignatureRecord } from './signatures.ts'
import type { Approval, Standing } from './standing.ts'
import { nextReviewState } from './transitions.ts'

/** How long before its review is due a text can be signed again, and its findings warn. */
export const reviewNoticeDays = 30

/**
 * Where a text stands, from the log and its content hash alone; `graph` holds the log of the subject
 * and, for a claim, the studies it cites with theirs. Give it the draft or the live text: each has
 * its own standing. A claim whose cited facts changed under a signature or a submission is in review
 * again, and so is a text whose review interval has run out, whether or not an `expire` entry says
 * so. A study or a condition needs no signature and stands approved.
 *
 * Signatures are complete by the policy they were given under. If an installation asks for more from
 * some day on, texts signed before stand until their review is due: they were signed by the rules of
 * the day, and the new rules meet them at the next signature.
 */
export function standingOf(subject: Subject, graph: Graph, now: Date): Standing {
  const hash = contentHash(subject, graph)
  const log = graph.log.get(subjectName(subject)) ?? []
  const history = liveHistory(log)
  const entries = entriesAbout(subject, hash, log, history, graph)
  const contributions = contributionsTo(subject, entries, graph)
  const record = signaturesOn(hash, entries, contributions)

  const { completed } = record
  const approvals = newestOfEachPerson(record.approvals)
  const policy =
    completed?.policy ?? record.approvals.at(-1)?.policy ?? policyFor(subject, graph.policy)
  const missing = Math.max(0, policy.approvals - approvals.length)
  const dates = completed && reviewDates(subject, completed, graph, now)
  const isExpired = dates?.isExpired ?? false
  return {
    contentHash: hash,
    reviewState: missing > 0 ? unsignedState(subject, hash, record) : signedState(isExpired),
    liveState: history.liveState,
    policy,
    approvals,
    discounted: record.discounted,
    missing,
    authors: authorsBetween(contributions, record.lastOtherApproval, Infinity),
    ...(dates === undefined
      ? {}
      : { lastReviewed: dates.lastReviewed, reviewDue: dates.reviewDue }),
    isExpired,
    ...(dates?.isRenewable === true ? { renewal: { approvals: record.fresh } } : {}),
    version: history.version,
    ...(history.publishedHash === undefined ? {} : { publishedHash: history.publishedHash }),
  }
}

/** What the table says, of a text whose signatures are complete. */
function signedState(isExpired: boolean): ReviewState {
  const approved: ReviewState = 'approved'
  if (!isExpired) return approved
  const next = nextReviewState(approved, 'expire')
  return next.ok ? next.state : approved
}

/** What the table says, of a text whose signatures are not complete. */
function unsignedState(subject: Subject, hash: string, record: SignatureRecord): ReviewState {
  // Only a claim's hash can change without a write to it; another text that no entry names is new.
  if (subject.kind !== 'claim' && record.newestHash !== hash) return 'draft'
  return record.state
}

function reviewDates(subject: Subject, completed: Completion, graph: Graph, now: Date) {
  const months = reviewIntervalMonths(subject, graph.policy)
  if (months === undefined) return undefined
  const today = isoDate(now)
  const lastReviewed = completed.at.slice(0, 'YYYY-MM-DD'.length)
  const reviewDue = addMonths(lastReviewed, months)
  const isExpired = completed.isExpired || today > reviewDue
  const isRenewable = isExpired || today >= addDays(reviewDue, -reviewNoticeDays)
  return { lastReviewed, reviewDue, isExpired, isRenewable }
}

function newestOfEachPerson(approvals: readonly Approval[]): readonly Approval[] {
  return approvals.filter(
    ({ actor }, position) =>
      approvals.findLastIndex((other) => other.actor.key === actor.key) === position,
  )
}
