import type { Graph, LogEntry, Subject } from '../model/index.ts'
import { isPublication } from '../model/index.ts'
import { contentHash } from './contentHash.ts'
import type { LiveHistory } from './liveHistory.ts'

/**
 * The part of a subject's log that is about one of its two texts. A live text stands untouched while
 * a draft is written beside it: what is done to one of them then is none of the other's history. A
 * draft that is written later comes from the live text, and so from all that was done to that while
 * it was the newest. Where nothing is live there is one text, and the whole log is about it.
 */
export function entriesAbout(
  subject: Subject,
  hash: string,
  log: readonly LogEntry[],
  { liveState, lastPublish }: LiveHistory,
  graph: Graph,
): readonly LogEntry[] {
  if (liveState !== 'live') return log
  const { names, live, draft } = apart(log.slice(lastPublish), liveHash(subject, hash, graph))
  const since = names.has(hash) ? live : draft
  return log.filter((entry, position) => position <= lastPublish || since.has(entry))
}

interface Histories {
  /** What the live text has been called: its hash changes with the facts that it cites. */
  readonly names: ReadonlySet<string>
  readonly live: ReadonlySet<LogEntry>
  readonly draft: ReadonlySet<LogEntry>
}

/** Tells the entries since the last publication apart, by the text that they are about. */
function apart(entries: readonly LogEntry[], today: string | undefined): Histories {
  const names = new Set(entries.filter(concernsLiveText).map((entry) => entry.contentHash))
  if (today !== undefined) names.add(today)
  const live = new Set<LogEntry>()
  const draft = new Set<LogEntry>()
  let isAlone = true
  for (const entry of entries) {
    const { action, contentHash: name } = entry
    if (isChange(entry)) isAlone = names.has(name)
    else if (isAlone) names.add(name)
    if (action !== 'edit' && names.has(name)) live.add(entry)
    if (action === 'edit' || isAlone || !names.has(name)) draft.add(entry)
  }
  return { names, live, draft }
}

/** An edit that was found to change nothing wrote nothing. */
export function isChange(entry: LogEntry): boolean {
  return entry.action === 'edit' && entry.changed?.length !== 0
}

function concernsLiveText(entry: LogEntry): boolean {
  return isPublication(entry) || entry.action === 'withhold' || entry.action === 'readmit'
}

/** The facts under a live claim can change without a write to it: no entry names its hash yet. */
function liveHash(subject: Subject, hash: string, graph: Graph): string | undefined {
  const known = subject.kind === 'claim' ? graph.claims.get(subject.key) : undefined
  if (known?.isLive !== true) return undefined
  return known.subject === subject ? hash : contentHash(known.subject, graph)
}
