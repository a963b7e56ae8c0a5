import type { Subject } from '../model/index.ts'
import { standingOf, type Standing } from '../review/index.ts'
import type { RuleContext } from './rule.ts'

/** By the one context of an evaluation, so that nothing outlives it. */
const standings = new WeakMap<RuleContext, Map<Subject, Standing>>()

/** The standing of a subject, worked out once per evaluation: several rules ask, and it means hashing. */
export function standingIn(subject: Subject, context: RuleContext): Standing {
  const known = standings.get(context) ?? new Map<Subject, Standing>()
  standings.set(context, known)
  const standing = known.get(subject) ?? standingOf(subject, context.graph, context.now)
  known.set(subject, standing)
  return standing
}
