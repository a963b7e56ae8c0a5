import type { Actor, Graph, LogEntry, Study, Subject } from '../model/index.ts'
import { isPublication } from '../model/index.ts'
import { isChange } from './entriesAbout.ts'
import { isMaterialPlace } from './materialFacts.ts'

/** Somebody's part in a text: a write to it, or to a material fact of a study it cites. */
export interface Contribution {
  readonly actor: Actor
  /** Where in the log it came about. */
  readonly sequence: number
  /** Of a cited study's facts rather than the text itself. */
  readonly isEvidence: boolean
  /** The text's list of citations may have changed with it. */
  readonly touchesCitations: boolean
}

/** Every part anybody had in the text that these entries are about, in no particular order. */
export function contributionsTo(
  subject: Subject,
  entries: readonly LogEntry[],
  graph: Graph,
): readonly Contribution[] {
  const own = entries.filter(isChange).map((entry) => ({
    actor: entry.actor,
    sequence: entry.sequence,
    isEvidence: false,
    touchesCitations: entry.changed?.includes('citations') ?? true,
  }))
  return subject.kind === 'claim' ? [...own, ...evidenceFor(subject.citations, graph)] : own
}

function evidenceFor(
  citations: readonly { readonly study: string }[],
  graph: Graph,
): Contribution[] {
  return [...new Set(citations.map((citation) => citation.study))].flatMap((key) => {
    const study = graph.studies.get(key)?.subject
    const parts: Contribution[] = []
    // A fact written to a study's draft reaches the claim when the study is next published.
    let publication: number | undefined
    for (const entry of (graph.log.get(`study/${key}`) ?? []).toReversed()) {
      if (isPublication(entry)) publication = entry.sequence
      if (entry.action !== 'edit' || !touchesFacts(entry, study)) continue
      const part = { actor: entry.actor, isEvidence: true, touchesCitations: false }
      parts.push({ ...part, sequence: entry.sequence })
      if (publication !== undefined) parts.push({ ...part, sequence: publication })
    }
    return parts
  })
}

function touchesFacts({ changed }: LogEntry, study: Study | undefined): boolean {
  return changed?.some((place) => study === undefined || isMaterialPlace(place, study)) ?? true
}

/**
 * The people who had a part in a text between its last complete approval (after) and a later entry
 * (before), each once. If its citations changed in between, the facts of the cited studies are new
 * to the text whenever they were written.
 */
export function authorsBetween(
  contributions: readonly Contribution[],
  after: number,
  before: number,
): readonly Actor[] {
  const isNew = ({ sequence }: Contribution) => sequence > after && sequence < before
  const citesAnew = contributions.some((part) => part.touchesCitations && isNew(part))
  const authors = new Map<string, Actor>()
  for (const part of contributions) {
    const counts = isNew(part) || (citesAnew && part.isEvidence && part.sequence < before)
    if (counts) authors.set(part.actor.key, part.actor)
  }
  return [...authors.values()]
}
