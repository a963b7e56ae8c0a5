import type { PayloadRequest } from 'payload'
import type { Finding, Graph, LogEntry, NewLogEntry, Subject } from '../domain/model/index.ts'
import { subjectName } from '../domain/model/index.ts'
import type { Standing } from '../domain/review/index.ts'
import { appendEntry, contentHash, genesisHash, standingOf } from '../domain/review/index.ts'
import { evaluate } from '../domain/rules/index.ts'
import type { GatedDocument, GatedSlug, Keys, LoadedGraph } from '../projection/index.ts'
import { RichTextRefused, loadNeighbourhood, toSubject } from '../projection/index.ts'
import { refusal } from '../refusal.ts'

/** A text with all that is to be known about it. */
export interface Assessment {
  readonly subject: Subject
  readonly loaded: LoadedGraph
  readonly contentHash: string
  readonly standing: Standing
  readonly findings: readonly Finding[]
}

/** Reads a document's neighbourhood through the request and asks the gate about it. */
export async function assess(
  req: PayloadRequest,
  slug: GatedSlug,
  document: GatedDocument,
  now: Date,
): Promise<Assessment> {
  const loaded = await loadNeighbourhood({ payload: req.payload, req }, slug, [document])
  const subject = project(slug, document, loaded.keys)
  return {
    subject,
    loaded,
    contentHash: contentHash(subject, loaded.graph),
    standing: standingOf(subject, loaded.graph, now),
    findings: evaluate(subject, loaded.graph, now),
  }
}

/**
 * A document as the domain sees it.
 *
 * @throws a refusal (400) naming the place, when the text cannot be read or shown
 */
export function project(slug: GatedSlug, document: GatedDocument, keys: Keys): Subject {
  try {
    return toSubject(slug, document, keys)
  } catch (error) {
    if (error instanceof RichTextRefused) {
      throw refusal('malformed', `${error.place}: ${error.message}`)
    }
    // A projection only fails on values of another shape than the field's.
    if (error instanceof TypeError) {
      throw refusal(
        'malformed',
        `A field holds a value of another shape than it can: ${error.message}. Nothing was saved.`,
      )
    }
    throw error
  }
}

/** The graph as it would be with more entries at the end of a subject's log. */
export function withEntries(
  graph: Graph,
  subject: Subject,
  entries: readonly (LogEntry | NewLogEntry)[],
): Graph {
  const name = subjectName(subject)
  const log = [...(graph.log.get(name) ?? [])]
  for (const entry of entries) log.push('hash' in entry ? entry : afterAll(log.at(-1), entry))
  return { ...graph, log: new Map([...graph.log, [name, log]]) }
}

/** Only its order counts here; the entry takes its place in the chain when it is stored. */
function afterAll(last: LogEntry | undefined, entry: NewLogEntry): LogEntry {
  const sequence = Math.max(last?.sequence ?? 0, farAhead)
  return appendEntry({ sequence, hash: genesisHash }, entry)
}

const farAhead = Number.MAX_SAFE_INTEGER - 1000
