import type { Graph, Subject } from '../model/index.ts'
import { canonicalDigest } from './canonicalDigest.ts'
import { projectionOf } from './projection.ts'

/** Number of the rules by which projections are made. It changes when old hashes cannot be made again. */
const scheme = 1

/**
 * The name of exactly this text: `cg1-` and the SHA-256 of its projection (see projectionOf). Two
 * subjects with the same hash say the same and, if claims, rest on the same facts.
 */
export function contentHash(subject: Subject, graph: Pick<Graph, 'studies'>): string {
  return projectionHash(projectionOf(subject, graph))
}

/** The hash of a text that was kept as its projection; whoever keeps one can prove it by this. */
export function projectionHash(projection: object): string {
  return `cg${String(scheme)}-${canonicalDigest({ scheme, projection })}`
}
