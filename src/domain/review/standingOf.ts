import type { Graph, ReviewedKind, ReviewState, Subject } from '../model/index.ts'
import { reviewedKinds, subjectName } from '../model/index.ts'
import { contentHash } from './contentHash.ts'
import { authorsBetween, contributionsTo } from './contributions.ts'
import { entriesAbout } from './entriesAbout.ts'
import { liveHistory } from './liveHistory.ts'
import { policyFor, reviewIntervalMonths } from './policy.ts'
import { addDays, addMonths, isoDate } from './reviewDates.ts'
import { signaturesOn } from './signatures.ts'
import type { SignatureRecord } from './signatures.ts'
import type { Approval, Standing } from './standing.ts'

/** How long before its review is due a text can be signed again, and its findings warn. */
export const reviewNoticeDays = 30

/**
 * Where a text stands, from the log and its content hash alone; `graph` holds the log of the subject
 * and, for a claim, the studies it cites with theirs. Give it the draft or the live text: each has
 * its own standing. A claim whose cited facts changed under a signature or a submission is in review
 * again. A study or a condition needs no signature and stands approved.
 */
export function standingOf(subject: Subject, graph: Graph, now: Date): Standing {
  const hash = contentHash(subject, graph)
  const log = graph.log.get(subjectName(subject)) ?? []
  const history = liveHistory(log)
  const entries = entriesAbout(subject, hash, log, history, graph)
  const contributions = contributionsTo(subject, entries, graph)
  const record = signaturesOn(hash, entries, contributions)

  const approvals = newestOfEachPerson(record.approvals)
  const policy = record.approvals.at(-1)?.policy ?? policyFor(subject)
  const missing = Math.max(0, policy.approvals - approvals.length)
  return {
    contentHash: hash,
    reviewState: missing === 0 ? 'approved' : unsignedState(subject, hash, record),
    liveState: history.liveState,
    policy,
    approvals,
    discounted: record.discounted,
    missing,
    authors: authorsBetween(contributions, record.lastOtherApproval, Infinity),
    ...(missing === 0 ? reviewDates(subject, record, now) : {}),
    version: history.version,
    ...(history.publishedHash === undefined ? {} : { publishedHash: history.publishedHash }),
  }
}

/** What the table says, of a text whose signatures are not complete. */
function unsignedState(subject: Subject, hash: string, record: SignatureRecord): ReviewState {
  // Only a claim's hash can change without a write to it; another text that no entry names is new.
  if (subject.kind !== 'claim' && record.newestHash !== hash) return 'draft'
  return record.state === 'approved' ? 'in-review' : record.state
}

function reviewDates(
  subject: Subject,
  record: SignatureRecord,
  now: Date,
): Pick<Standing, 'lastReviewed' | 'reviewDue' | 'renewal'> {
  if (!isReviewed(subject.kind) || record.completedAt === undefined) return {}
  const lastReviewed = record.completedAt.slice(0, 'YYYY-MM-DD'.length)
  const reviewDue = addMonths(lastReviewed, reviewIntervalMonths(subject.kind))
  const isRenewable = isoDate(now) >= addDays(reviewDue, -reviewNoticeDays)
  return {
    lastReviewed,
    reviewDue,
    ...(isRenewable ? { renewal: { approvals: record.fresh } } : {}),
  }
}

function isReviewed(kind: Subject['kind']): kind is ReviewedKind {
  return (reviewedKinds as readonly string[]).includes(kind)
}

function newestOfEachPerson(approvals: readonly Approval[]): readonly Approval[] {
  return approvals.filter(
    ({ actor }, position) =>
      approvals.findLastIndex((other) => other.actor.key === actor.key) === position,
  )
}
