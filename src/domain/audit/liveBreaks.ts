import type { Graph, LogEntry, Subject, SubjectName } from '../model/index.ts'
import { knownSubjects, subjectName } from '../model/index.ts'
import { openWithholding } from '../release/index.ts'
import { liveHistory, projectionHash, projectionOf, standingOf } from '../review/index.ts'
import type { AuditBreak } from './auditBreak.ts'
import { tampering } from './auditBreak.ts'
import { digestOfWords } from './keptText.ts'
import { isRecord } from './isRecord.ts'

/** What the texts that are live are held against. */
export interface Records {
  readonly log: ReadonlyMap<SubjectName, readonly LogEntry[]>
  /** Digest of the own words of each text of record, by its hash. */
  readonly words: ReadonlyMap<string, string>
  /** Up to which entry the last release has judged the content; 0 without one. */
  readonly judged: number
}

/** How long a release may take to judge what has changed. It takes seconds; this is patience. */
const patienceMs = 15 * 60_000

/**
 * Holds every live text against log and texts of record: is it the one that was published last, and
 * is it signed as its policy asks, or else withheld?
 *
 * @param unreadable - live subjects whose text could not be read, which have been told already
 */
export function liveBreaks(
  stored: Graph,
  unreadable: ReadonlySet<SubjectName>,
  records: Records,
  now: Date,
): readonly AuditBreak[] {
  const graph = { ...stored, log: records.log }
  const live = knownSubjects(graph).flatMap(({ subject, isLive }) => (isLive ? [subject] : []))
  const present = new Set([...live.map(subjectName), ...unreadable])
  return [
    ...live.flatMap((subject) => breaksOf(subject, graph, records, now)),
    ...[...records.log].flatMap(([name, log]) =>
      liveHistory(log).liveState === 'live' && !present.has(name) ? [gone(name)] : [],
    ),
  ]
}

function breaksOf(
  subject: Subject,
  graph: Graph,
  records: Records,
  now: Date,
): readonly AuditBreak[] {
  const name = subjectName(subject)
  try {
    return judge(name, subject, graph, records, now)
  } catch (error) {
    return [unreadableLive(name, error instanceof Error ? error.message : String(error))]
  }
}

function judge(
  name: SubjectName,
  subject: Subject,
  graph: Graph,
  records: Records,
  now: Date,
): readonly AuditBreak[] {
  const log = records.log.get(name) ?? []
  const { liveState, publishedHash = '' } = liveHistory(log)
  if (liveState !== 'live') return [unlogged(name, liveState)]

  const projection = projectionOf(subject, graph)
  if (projectionHash(projection) !== publishedHash) {
    const own = isRecord(projection) && isRecord(projection['subject']) ? projection['subject'] : {}
    if (records.words.get(publishedHash) !== digestOfWords(own)) return [alteredLive(name, log)]
  }
  const { missing, policy } = standingOf(subject, graph, now)
  if (missing === 0 || openWithholding(log) !== undefined) return []
  const since = newestChange(subject, log, graph)
  const isBeforeItsJudge =
    since !== undefined &&
    since.sequence > records.judged &&
    now.getTime() - Date.parse(since.at) < patienceMs
  return isBeforeItsJudge ? [] : [unsigned(name, missing, policy.approvals)]
}

/** The newest entry about a text or the facts it cites. */
function newestChange(
  subject: Subject,
  log: readonly LogEntry[],
  graph: Graph,
): LogEntry | undefined {
  const cited = subject.kind === 'claim' ? subject.citations : []
  const entries = [
    log.at(-1),
    ...cited.map(({ study }) => graph.log.get(`study/${study}`)?.at(-1)),
  ].filter((entry) => entry !== undefined)
  return entries.toSorted((a, b) => a.sequence - b.sequence).at(-1)
}

/** A live text that cannot be read at all. */
export function unreadableLive(name: SubjectName, problem: string): AuditBreak {
  return {
    code: 'live-unreadable',
    place: name,
    message: `The live text of ${name} cannot be read (${problem}). ${tampering}`,
  }
}

function unlogged(name: SubjectName, liveState: 'never' | 'withdrawn'): AuditBreak {
  const told = liveState === 'never' ? 'never published it' : 'says it was withdrawn'
  return {
    code: 'live-unlogged',
    place: name,
    message: `${name} stands in the database as published, and the log ${told}. ${tampering}`,
  }
}

function alteredLive(name: SubjectName, log: readonly LogEntry[]): AuditBreak {
  const { lastPublish } = liveHistory(log)
  const sequence = String(log[lastPublish]?.sequence)
  return {
    code: 'live-altered',
    place: name,
    message: `The live text of ${name} is not the one that entry ${sequence} published. ${tampering}`,
  }
}

function gone(name: SubjectName): AuditBreak {
  return {
    code: 'live-missing',
    place: name,
    message: `The log says that ${name} is live, and the database has no published text of it. ${tampering}`,
  }
}

function unsigned(name: SubjectName, missing: number, asked: number): AuditBreak {
  const lacking = `${String(missing)} of ${String(asked)} ${asked === 1 ? 'signature' : 'signatures'}`
  return {
    code: 'unsigned',
    place: name,
    message: `The live text of ${name}, with the facts it rests on today, lacks ${lacking}, and no release has withheld it. Make a release (npm run feeds:publish, or start the server), and have a reviewer sign the text as it is or withdraw it.`,
  }
}
