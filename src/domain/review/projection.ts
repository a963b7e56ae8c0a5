import type { Claim, Graph, Subject } from '../model/index.ts'
import { materialFacts } from './materialFacts.ts'
import { wellFormed } from './wellFormed.ts'

/** Properties of an mdast node that say nothing to a reader. */
const unread = new Set(['position', 'data'])

/**
 * What a signature on a subject covers, as plain JSON: the subject's own properties, and for a claim
 * the material facts of every study it cites, in the order of their keys. A cited study that does
 * not exist stands with its key alone. Pages name their claims only: those carry their own
 * signatures.
 *
 * Empty values are left out, so that an optional property added to the model later leaves old hashes
 * valid; false and 0 are values. Text is in Unicode normalisation form C.
 */
export function projectionOf(subject: Subject, graph: Pick<Graph, 'studies'>): object {
  const evidence = subject.kind === 'claim' ? citedFacts(subject, graph) : []
  return significant({ subject, evidence }) ?? {}
}

function citedFacts(claim: Claim, graph: Pick<Graph, 'studies'>): object[] {
  const keys = [...new Set(claim.citations.map((citation) => citation.study))].sort()
  return keys.map((key) => {
    const study = graph.studies.get(key)?.subject
    return { key, ...(study === undefined ? {} : materialFacts(study)) }
  })
}

/** The value without its empty parts, or undefined if nothing is left of it. */
function significant(value: unknown): unknown {
  if (value === null || value === '') return undefined
  if (typeof value === 'string') return wellFormed(value).normalize('NFC')
  if (Array.isArray(value)) {
    const members = value.map(significant)
    // An empty member keeps its place: the columns of a table count from the left.
    return members.some((member) => member !== undefined)
      ? members.map((member) => member ?? null)
      : undefined
  }
  if (typeof value !== 'object') return value
  const isNode = 'type' in value && typeof value.type === 'string'
  const entries = Object.entries(value)
    .filter(([name]) => !(isNode && unread.has(name)))
    .map(([name, member]) => [name, significant(member)] as const)
    .filter(([, member]) => member !== undefined)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
