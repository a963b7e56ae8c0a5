import type {
  Actor,
  Claim,
  Graph,
  LogEntry,
  ReviewPolicy,
  Study,
  Subject,
  SubjectName,
} from '../model/index.ts'
import { isPublication, subjectKinds } from '../model/index.ts'
import { openWithholding } from '../release/index.ts'
import type { Approval } from '../review/index.ts'
import { liveHistory, standingOf } from '../review/index.ts'
import { isRecord } from './isRecord.ts'
import type { KeptText } from './keptText.ts'
import { digestOfWords } from './keptText.ts'

/** What was live on a day, with all that stood behind it then. */
export interface LiveThen {
  readonly subject: SubjectName
  /** The text: as published or, where its cited facts have changed since, as signed again. */
  readonly contentHash: string
  /** The publication by which it was live. */
  readonly published: {
    readonly at: string
    readonly by: Actor
    readonly action: 'publish' | 'reinstate'
  }
  /** How often it had been published. */
  readonly version: number
  /** Set when it was live but kept out of the feed. */
  readonly withheld?: { readonly since: string; readonly reason: string }
  /** What it said; absent when the text of record is missing or damaged. */
  readonly words?: KeptText['words']
  /** Claims: each study it cited, with the stance and the facts of the study as they were. */
  readonly evidence: readonly CitedThen[]
  /** The signatures that counted, with names, credentials and roles as they were. */
  readonly signatures: readonly Approval[]
  /** The policy they were given under; absent for what needs no signature. */
  readonly policy?: ReviewPolicy
}

export interface CitedThen {
  readonly study: SubjectName
  readonly stance: string
  readonly locator?: string
  /** The study's facts that a claim can rest on; empty if the study did not exist. */
  readonly facts: Readonly<Record<string, unknown>>
}

type Log = ReadonlyMap<SubjectName, readonly LogEntry[]>

/** The first instant behind a UTC day given as an ISO date. */
export function endOfDay(date: string): Date {
  const end = new Date(`${date}T00:00:00.000Z`)
  end.setUTCDate(end.getUTCDate() + 1)
  return end
}

/** The hashes of all texts that `asOf` may want to read for that instant. */
export function textsFor(log: Log, instant: Date): readonly string[] {
  const hashes = [...before(log, instant).values()].flatMap((entries) =>
    entries
      .slice(liveHistory(entries).lastPublish)
      .flatMap(({ action, contentHash }) =>
        action === 'publish' || action === 'reinstate' || action === 'approve' ? [contentHash] : [],
      ),
  )
  return [...new Set(hashes)]
}

/**
 * What was live before an instant, in the order of names: published or reinstated, and not withdrawn
 * since. Signatures are counted by the very rules that the gate counts by, on the log as it was.
 *
 * @param log - the whole log, or the part of it before the instant
 * @param texts - texts of record by hash; see textsFor
 * @param only - look at this subject alone
 */
export function asOf(
  log: Log,
  texts: ReadonlyMap<string, KeptText>,
  instant: Date,
  only?: SubjectName,
): readonly LiveThen[] {
  const then = before(log, instant)
  return [...then.keys()]
    .filter((name) => only === undefined || name === only)
    .toSorted()
    .flatMap((name) => liveThen(name, then, texts, instant) ?? [])
}

function before(log: Log, instant: Date): Log {
  const cut = [...log].map(
    ([name, entries]) =>
      [name, entries.filter(({ at }) => Date.parse(at) < instant.getTime())] as const,
  )
  return new Map(cut.filter(([, entries]) => entries.length > 0))
}

function liveThen(
  name: SubjectName,
  log: Log,
  texts: ReadonlyMap<string, KeptText>,
  instant: Date,
): LiveThen | undefined {
  const entries = log.get(name) ?? []
  const { liveState, lastPublish, version } = liveHistory(entries)
  const publication = entries[lastPublish]
  if (liveState !== 'live' || publication === undefined) return undefined
  const withholding = openWithholding(entries)
  const contentHash = textInForce(entries.slice(lastPublish), texts)
  const text = texts.get(contentHash)
  return {
    subject: name,
    contentHash,
    published: {
      at: publication.at,
      by: publication.actor,
      action: publication.action === 'reinstate' ? 'reinstate' : 'publish',
    },
    version,
    ...(withholding === undefined
      ? {}
      : { withheld: { since: withholding.at, reason: withholding.reason ?? '' } }),
    ...(text === undefined
      ? { evidence: [], signatures: [] }
      : { words: text.words, evidence: citedIn(text), ...signaturesOn(text, log, instant) }),
  }
}

/** A claim whose facts change is signed again without being published again: the words are the same. */
function textInForce(
  sincePublished: readonly LogEntry[],
  texts: ReadonlyMap<string, KeptText>,
): string {
  const wordsOf = (hash: string) => {
    const text = texts.get(hash)
    return text && digestOfWords(text.words)
  }
  const published = sincePublished.find(isPublication)?.contentHash ?? ''
  const words = wordsOf(published)
  const signed = sincePublished.findLast(
    ({ action, contentHash }) => action === 'approve' && wordsOf(contentHash) === words,
  )
  return words === undefined ? published : (signed?.contentHash ?? published)
}

function citedIn({ words, evidence }: KeptText): readonly CitedThen[] {
  const { citations } = words
  if (!Array.isArray(citations)) return []
  return citations.filter(isRecord).map(({ study, stance, locator }) => {
    const { key: _key, ...facts } = evidence.find(({ key }) => key === study) ?? {}
    return {
      study: `study/${String(study)}` as const,
      stance: String(stance),
      ...(typeof locator === 'string' ? { locator } : {}),
      facts,
    }
  })
}

function signaturesOn(
  text: KeptText,
  log: Log,
  instant: Date,
): Pick<LiveThen, 'policy' | 'signatures'> {
  const subject = subjectIn(text)
  const graph = graphOf(subject, text, log)
  const { approvals, policy } = standingOf(subject, graph, new Date(instant.getTime() - 1))
  return { signatures: approvals, ...(policy.approvals === 0 ? {} : { policy }) }
}

const emptyParts: Readonly<Record<Subject['kind'], object>> = {
  study: { title: '', authors: [], authorsComplete: false, identifiers: {} },
  claim: { statement: '', citations: [] },
  therapy: { sections: [], conditions: [], channels: [], alternateNames: [] },
  article: { sections: [], conditions: [], channels: [], therapies: [] },
  condition: {},
  disclaimer: { slots: [], jurisdictions: [] },
}

/** The subject a text of record was made of: what was empty in it was left out, and comes back. */
function subjectIn({ words }: KeptText): Subject {
  const kind = subjectKinds.find((each) => each === words['kind'])
  return { ...(kind && emptyParts[kind]), ...words } as unknown as Subject
}

function graphOf(subject: Subject, { evidence }: KeptText, log: Log): Graph {
  const studies = evidence
    .filter(({ status }) => status !== undefined)
    .map((facts) => ({ kind: 'study', ...emptyParts.study, ...facts }) as unknown as Study)
  const claims: readonly Claim[] = subject.kind === 'claim' ? [subject] : []
  return {
    studies: new Map(studies.map((study) => [study.key, { subject: study, isLive: true }])),
    claims: new Map(claims.map((claim) => [claim.key, { subject: claim, isLive: true }])),
    therapies: new Map(),
    articles: new Map(),
    conditions: new Map(),
    disclaimers: new Map(),
    channels: new Map(),
    log,
  }
}
