import type { Graph, LogEntry, SubjectName } from '../model/index.ts'
import { isPublication, knownSubjects } from '../model/index.ts'
import type { ChainHead } from '../review/index.ts'
import type { AuditBreak } from './auditBreak.ts'
import { tampering } from './auditBreak.ts'
import { chainWatch } from './chainWatch.ts'
import { isRecord } from './isRecord.ts'
import { digestOfWords, readText } from './keptText.ts'
import { liveBreaks, unreadableLive } from './liveBreaks.ts'
import { logBook } from './logBook.ts'

export interface AuditReport {
  readonly ok: boolean
  /** The end of the log: write it down elsewhere, and a log that is cut later is found out. */
  readonly head: ChainHead | null
  readonly counts: {
    readonly entries: number
    readonly texts: number
    /** Live texts. */
    readonly live: number
    readonly releases: number
  }
  readonly breaks: readonly AuditBreak[]
}

/** A row of the log as it is stored. */
export interface LogRow {
  readonly entry: unknown
  /** What lists show beside it, and no hash covers. */
  readonly listedAs?: { readonly key: unknown; readonly name: unknown }
  /** Why it could not be fetched, as the rest of a sentence about it. */
  readonly problem?: string
}

/** What is stored beside the records. */
export interface StoredState {
  /** All that is live, and what it refers to; its log is not looked at. */
  readonly graph: Graph
  readonly unreadable: readonly { readonly subject: SubjectName; readonly problem: string }[]
  /** Rows of the list of releases, with the end of the log that each was made from. */
  readonly releases: readonly { readonly number: number; readonly auditHead: unknown }[]
  /** How many rows the log has, those included that no reading by number finds. */
  readonly logRows: number
}

export interface ContentAudit {
  /** Takes rows of the log in the order of their numbers. Returns the entry, if it can be read. */
  readonly addLogRow: (row: LogRow) => LogEntry | undefined
  /** Takes rows of the texts of record, in any order. */
  readonly addTextRow: (row: unknown, place?: string) => void
  /** Holds what is stored against the rows taken so far. */
  readonly conclude: (stored: StoredState, now: Date) => AuditReport
}

/**
 * Proves that records and content bear each other out (21 CFR 11.10(a), (c), (e)): the chain of the
 * log, the texts of record, every live text, its signatures, and what each release was made from.
 * Rows come in one by one, so that the log need not fit into memory, and no row is too damaged to
 * be taken: whatever cannot be read is a break.
 */
export function contentAudit(): ContentAudit {
  const watch = chainWatch()
  const book = logBook()
  const breaks: AuditBreak[] = []
  const hashes = new Map<number, string>()
  const words = new Map<string, string>()
  const damaged = new Set<string>()
  const needed = new Map<string, LogEntry>()
  const counts = { entries: 0, texts: 0 }

  return {
    addLogRow: ({ entry: row, listedAs, problem }) => {
      counts.entries += 1
      const { entry, breaks: found } = watch.next(row, problem)
      breaks.push(...found)
      if (entry === undefined) return undefined
      if (listedAs !== undefined && !isListedRight(entry, listedAs)) breaks.push(mislabelled(entry))
      hashes.set(entry.sequence, entry.hash)
      book.add(entry)
      if (isSignedOrPublished(entry) && !needed.has(entry.contentHash)) {
        needed.set(entry.contentHash, entry)
      }
      return entry
    },

    addTextRow: (row, place) => {
      counts.texts += 1
      const read = readText(row)
      if (read.ok) {
        words.set(read.text.hash, digestOfWords(read.text.words))
        return
      }
      const hash = isRecord(row) && typeof row['hash'] === 'string' ? row['hash'] : undefined
      const name = `text ${hash ?? place ?? 'without a hash'}`
      if (hash !== undefined) damaged.add(hash)
      breaks.push({
        code: read.isAltered ? 'text-altered' : 'text-unreadable',
        place: name,
        message: `The ${name} of record ${read.problem}. ${tampering}`,
      })
    },

    conclude: ({ graph, unreadable, releases, logRows }, now) => {
      const heads = releases.flatMap(({ number, auditHead }) => headIn(number, auditHead))
      const judged = heads.reduce((last, { sequence }) => Math.max(last, sequence), 0)
      breaks.push(
        ...uncounted(logRows - counts.entries),
        ...releases.flatMap(({ number, auditHead }) => headBreaks(number, auditHead, hashes)),
        ...[...needed.values()]
          .filter(({ contentHash: hash }) => !words.has(hash) && !damaged.has(hash))
          .map(missingText),
        ...unreadable.map(({ subject, problem }) => unreadableLive(subject, problem)),
        ...liveBreaks(
          graph,
          new Set(unreadable.map(({ subject }) => subject)),
          { log: book.bySubject, words, judged },
          now,
        ),
      )
      return {
        ok: breaks.length === 0,
        head: watch.head() ?? null,
        counts: {
          ...counts,
          live: knownSubjects(graph).filter(({ isLive }) => isLive).length + unreadable.length,
          releases: releases.length,
        },
        breaks,
      }
    },
  }
}

function isSignedOrPublished(entry: LogEntry): boolean {
  return entry.action === 'approve' || isPublication(entry)
}

function isListedRight({ actor }: LogEntry, listedAs: NonNullable<LogRow['listedAs']>): boolean {
  return listedAs.key === actor.key && listedAs.name === actor.name
}

function mislabelled({ sequence, actor }: LogEntry): AuditBreak {
  return {
    code: 'entry-mislabelled',
    place: `entry ${String(sequence)}`,
    message: `Lists show entry ${String(sequence)} under another person than ${actor.name}, who made it. ${tampering}`,
  }
}

function uncounted(surplus: number): readonly AuditBreak[] {
  if (surplus <= 0) return []
  const message = `The log has ${String(surplus)} more rows than numbers: rows with a number that is taken, or with none. ${tampering}`
  return [{ code: 'entry-repeated', place: 'log', message }]
}

function missingText({ contentHash, sequence, action, subject }: LogEntry): AuditBreak {
  return {
    code: 'text-missing',
    place: `text ${contentHash}`,
    message: `The text that entry ${String(sequence)} (${action} of ${subject}) names is not among the texts of record, so nobody can read what it was. ${tampering}`,
  }
}

function headIn(number: number, auditHead: unknown): readonly ChainHead[] {
  if (!isRecord(auditHead)) return []
  const { sequence, hash } = auditHead
  return Number.isSafeInteger(sequence) && typeof hash === 'string'
    ? [{ sequence: Number(sequence), hash }]
    : []
}

/** Releases say where the log ended when they were made: a log that was cut, or written anew, does not. */
function headBreaks(
  number: number,
  auditHead: unknown,
  hashes: ReadonlyMap<number, string>,
): readonly AuditBreak[] {
  const place = `release ${String(number)}`
  if (auditHead === null || auditHead === undefined) return []
  const [head] = headIn(number, auditHead)
  if (head === undefined) {
    const message = `What ${place} says of the log cannot be read. ${tampering}`
    return [{ code: 'release-unreadable', place, message }]
  }
  if (hashes.get(head.sequence) === head.hash) return []
  const now = hashes.has(head.sequence) ? 'is another one now' : 'is not there any more'
  return [
    {
      code: 'log-cut',
      place,
      message: `Entry ${String(head.sequence)} of the log, the last that ${place} was made from, ${now}. ${tampering}`,
    },
  ]
}
