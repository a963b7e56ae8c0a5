import type { Graph, LogEntry, Subject } from '../model/index.ts'
import { contentHash } from './contentHash.ts'
import type { LiveHistory } from './liveHistory.ts'

/**
 * The part of a subject's log that is about one of its two texts. A live text stands untouched while
 * a draft is written beside it, so the draft's edits, submissions and refusals since the last
 * publication are none of its history. For every other text it is the whole log.
 */
export function entriesAbout(
  subject: Subject,
  hash: string,
  log: readonly LogEntry[],
  history: LiveHistory,
  graph: Graph,
): readonly LogEntry[] {
  if (history.liveState !== 'live') return log
  const sincePublished = log.slice(history.lastPublish)
  const drafts = hashesOf(sincePublished.filter(isChange))
  for (const live of hashesOf(sincePublished.filter(concernsLiveText))) drafts.delete(live)
  const isLiveText =
    !drafts.has(hash) && (wasLive(hash, sincePublished) || isLiveInGraph(subject, hash, graph))
  if (!isLiveText) return log
  return log.filter(
    (entry, position) =>
      position <= history.lastPublish ||
      (entry.action !== 'edit' && !drafts.has(entry.contentHash)),
  )
}

/** An edit that was found to change nothing wrote nothing. */
export function isChange(entry: LogEntry): boolean {
  return entry.action === 'edit' && entry.changed?.length !== 0
}

function concernsLiveText({ action }: LogEntry): boolean {
  return action === 'publish' || action === 'withhold' || action === 'readmit'
}

function wasLive(hash: string, entries: readonly LogEntry[]): boolean {
  return entries.some((entry) => concernsLiveText(entry) && entry.contentHash === hash)
}

/** The facts under a live claim can change without a write to it: no entry names its hash yet. */
function isLiveInGraph(subject: Subject, hash: string, graph: Graph): boolean {
  if (subject.kind !== 'claim') return false
  const known = graph.claims.get(subject.key)
  return (
    known?.isLive === true &&
    (known.subject === subject || contentHash(known.subject, graph) === hash)
  )
}

function hashesOf(entries: readonly LogEntry[]): Set<string> {
  return new Set(entries.map((entry) => entry.contentHash))
}
