import type { Graph, Known } from './graph.ts'
import type { Subject, SubjectName } from './subjects.ts'
import type { SubjectKind } from './vocabulary.ts'

/** Where a graph keeps the subjects of a kind. */
export const kindLists = {
  study: 'studies',
  claim: 'claims',
  therapy: 'therapies',
  article: 'articles',
  condition: 'conditions',
  disclaimer: 'disclaimers',
} as const satisfies Readonly<Record<SubjectKind, keyof Graph>>

/** What a graph knows of a subject, by its public name; undefined if it does not exist there. */
export function knownIn(graph: Graph, name: SubjectName): Known<Subject> | undefined {
  const [kind, key = ''] = name.split('/')
  return graph[kindLists[kind as SubjectKind]].get(key)
}
