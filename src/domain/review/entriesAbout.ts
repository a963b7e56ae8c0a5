import type { Graph, LogEntry, Subject } from '../model/index.ts'
import { isPublication } from '../model/index.ts'
import { contentHash } from './contentHash.ts'
import type { LiveHistory } from './liveHistory.ts'

/**
 * The part of a subject's log that is about one of its two texts. A live text stands untouched while
 * a draft is written beside it: since the last publication, what was done to one of them is none of
 * the other's history. Where nothing is live there is one text, and the whole log is about it.
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
  const live = hashesOf(sincePublished.filter(concernsLiveText))
  const drafts = hashesOf(
    sincePublished.filter((entry) => isChange(entry) && !live.has(entry.contentHash)),
  )
  const isLiveText = live.has(hash) || (!drafts.has(hash) && isLiveInGraph(subject, hash, graph))
  return log.filter(
    (entry, position) =>
      position <= history.lastPublish ||
      (isLiveText
        ? entry.action !== 'edit' && !drafts.has(entry.contentHash)
        : entry.action === 'edit' || !live.has(entry.contentHash)),
  )
}

/** An edit that was found to change nothing wrote nothing. */
export function isChange(entry: LogEntry): boolean {
  return entry.action === 'edit' && entry.changed?.length !== 0
}

function concernsLiveText(entry: LogEntry): boolean {
  return isPublication(entry) || entry.action === 'withhold' || entry.action === 'readmit'
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
