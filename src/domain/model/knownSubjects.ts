import type { Graph, Known } from './graph.ts'
import type { Subject } from './subjects.ts'

/** Every subject of a graph, kind by kind. */
export function knownSubjects(graph: Graph): readonly Known<Subject>[] {
  return [
    graph.conditions,
    graph.studies,
    graph.disclaimers,
    graph.claims,
    graph.therapies,
    graph.articles,
  ].flatMap((known) => [...known.values()])
}
