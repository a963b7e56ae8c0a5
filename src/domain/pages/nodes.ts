import type { Nodes } from 'mdast'
import type { RichText } from '../model/index.ts'

/** A node of rich text with the way up to the root. */
export interface Visit {
  readonly node: Nodes
  readonly parent?: Visit
}

/**
 * Walks rich text in reading order, parents before children, tables row by row. Keeps its own stack,
 * so that a text nested thousands deep is walked and not refused by the call stack.
 */
export function* nodesIn(root: RichText): Generator<Visit> {
  yield* nodesFrom({ node: root })
}

/** The same walk over one node and what is below it. */
export function* nodesFrom(start: Visit): Generator<Visit> {
  const waiting: Visit[] = [start]
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    yield visit
    if (!('children' in visit.node)) continue
    for (const child of visit.node.children.toReversed()) {
      waiting.push({ node: child, parent: visit })
    }
  }
}
