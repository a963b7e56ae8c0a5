import type { Finding, Graph, Known, Subject } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import { evaluate } from '../rules/index.ts'
import type { Prior } from './prior.ts'
import { knownErrors } from './prior.ts'

/** What became of the live subjects of one kind when the gate was asked again. */
export interface Layer<S extends Subject> {
  /** The same subjects; those that failed everywhere are live no more. */
  readonly known: ReadonlyMap<string, Known<S>>
  /** Errors of those that failed everywhere, by key. */
  readonly failed: ReadonlyMap<string, readonly Finding[]>
  /** Errors that keep a subject out of single channels, by key. */
  readonly keptOut: ReadonlyMap<string, readonly Finding[]>
}

/**
 * Asks the gate about every live subject of a kind, or takes what is known of it; `graph` knows what
 * has fallen below it.
 */
export function settle<S extends Subject>(
  known: ReadonlyMap<string, Known<S>>,
  graph: Graph,
  now: Date,
  prior: Prior,
): Layer<S> {
  const failed = new Map<string, readonly Finding[]>()
  const keptOut = new Map<string, readonly Finding[]>()
  for (const [key, { subject, isLive }] of known) {
    if (!isLive) continue
    const name = subjectName(subject)
    const errors = prior.isOpen(name)
      ? errorsIn(evaluate(subject, graph, now))
      : knownErrors(name, prior)
    if (errors.some(({ channel }) => channel === undefined)) failed.set(key, errors)
    else if (errors.length > 0) keptOut.set(key, errors)
  }
  return { known: without(known, failed), failed, keptOut }
}

/** The same subjects, with those that failed no longer live. */
export function without<S extends Subject>(
  known: ReadonlyMap<string, Known<S>>,
  failed: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Known<S>> {
  if (failed.size === 0) return known
  return new Map(
    [...known].map(([key, each]) => [key, failed.has(key) ? { ...each, isLive: false } : each]),
  )
}

export function errorsIn(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error')
}
