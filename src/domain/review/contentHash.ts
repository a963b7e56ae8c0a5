import type { Claim, Graph, Study, Subject } from '../model/index.ts'
import { canonicalDigest } from './canonicalDigest.ts'
import { projectionOf } from './projection.ts'

/** Number of the rules by which projections are made. It changes when old hashes cannot be made again. */
const scheme = 1

/**
 * The name of exactly this text: `cg1-` and the SHA-256 of its projection (see projectionOf). Two
 * subjects with the same hash say the same and, if claims, rest on the same facts.
 */
export function contentHash(subject: Subject, graph: Pick<Graph, 'studies'>): string {
  const evidence = subject.kind === 'claim' ? citedIn(subject, graph) : []
  const before = known.get(subject)
  if (before?.evidence.every((study, index) => study === evidence[index]) === true) {
    return before.hash
  }
  const hash = projectionHash(projectionOf(subject, graph))
  known.set(subject, { evidence, hash })
  return hash
}

/** The gate, the log and the feed all ask for the hash of the same text, which never changes. */
const known = new WeakMap<Subject, Hashed>()

interface Hashed {
  readonly hash: string
  /** What the text cites, citation by citation. */
  readonly evidence: readonly (Study | undefined)[]
}

function citedIn({ citations }: Claim, { studies }: Pick<Graph, 'studies'>): Hashed['evidence'] {
  return citations.map(({ study }) => studies.get(study)?.subject)
}

/** The hash of a text that was kept as its projection; whoever keeps one can prove it by this. */
export function projectionHash(projection: object): string {
  return `cg${String(scheme)}-${canonicalDigest({ scheme, projection })}`
}
