import type { Actor, Graph, Known, Subject, SubjectName } from '../model/index.ts'
import { isPublication, kindLists, knownIn } from '../model/index.ts'
import { appendEntry } from '../review/index.ts'

/** Graphs as they would be, for asking what would follow before anybody does it. */

/** The graph as it would be with this text live. */
export function withLive(graph: Graph, subject: Subject): Graph {
  return withKnown(graph, { subject, isLive: true })
}

/** The graph as it would be if a live subject were withdrawn now; the same graph if it is not live. */
export function withoutLive(graph: Graph, name: SubjectName, now: Date): Graph {
  const known = knownIn(graph, name)
  if (known?.isLive !== true) return graph
  const log = graph.log.get(name) ?? []
  const withdrawal = appendEntry(log.at(-1), {
    at: now.toISOString(),
    subject: name,
    action: 'withdraw',
    contentHash: log.findLast(isPublication)?.contentHash ?? '',
    actor: nobody,
    reason: '',
  })
  return {
    ...withKnown(graph, { subject: known.subject, isLive: false }),
    log: new Map([...graph.log, [name, [...log, withdrawal]]]),
  }
}

const nobody: Actor = { key: '', name: '', roles: [], isFictitious: true }

function withKnown(graph: Graph, known: Known<Subject>): Graph {
  const list = kindLists[known.subject.kind]
  const members: ReadonlyMap<string, Known<Subject>> = graph[list]
  return { ...graph, [list]: new Map([...members, [known.subject.key, known]]) }
}
