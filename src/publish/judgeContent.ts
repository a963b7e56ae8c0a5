import type { Graph, SubjectName } from '../domain/model/index.ts'
import { knownIn } from '../domain/model/index.ts'
import type { ReleasePlan } from '../domain/release/index.ts'
import { planRelease } from '../domain/release/index.ts'
import type { GatedSlug, Reader } from '../projection/index.ts'
import { loadLiveNeighbourhood, nameOf } from '../projection/index.ts'
import { atOnce } from './atOnce.ts'
import type { ContentState } from './contentState.ts'
import { textOf } from './contentState.ts'
import type { KeySets } from './keySets.ts'

/**
 * Asks the gate about the live subjects of one kind and writes down which fail. Kinds go from the
 * bottom to the top: each leans only on those judged before it.
 */
export async function judgeContent(
  reader: Reader,
  slug: GatedSlug,
  open: KeySets,
  state: ContentState,
  now: Date,
): Promise<void> {
  for (const keys of open.parts(slug, atOnce[slug])) {
    const names = new Set(keys.map((key) => nameOf(slug, key)))
    const { graph } = await loadLiveNeighbourhood(reader, slug, keys)
    for (const name of names) {
      state.withheld.delete(name)
      state.news.delete(name)
    }
    const { withheld } = state
    const plan = planRelease(graph, now, { isOpen: (name) => names.has(name), withheld })
    writeDown(plan, graph, state)
    if (slug === 'claims') noteSources(keys, graph, state)
  }
}

function writeDown({ withheld, readmitted }: ReleasePlan, graph: Graph, state: ContentState): void {
  for (const each of withheld) {
    const name = each.subject
    state.withheld.set(name, [...(state.withheld.get(name) ?? []), each])
    if (each.isRecorded || state.news.has(name)) continue
    const text = textIn(graph, name)
    state.news.set(name, { action: 'withhold', reason: each.reason, text })
  }
  for (const name of readmitted) {
    state.news.set(name, { action: 'readmit', text: textIn(graph, name) })
  }
}

/** A plan speaks of texts that stand in the graph it was made from. */
function textIn(graph: Graph, name: SubjectName) {
  const known = knownIn(graph, name)
  if (known === undefined) throw new Error(`The plan names ${name}, which it was not made from.`)
  return textOf(known.subject, graph.studies)
}

function noteSources(keys: readonly string[], graph: Graph, { sources }: ContentState): void {
  for (const key of keys) {
    const cited = graph.claims.get(key)?.subject.citations ?? []
    sources.set(key, new Set([...(sources.get(key) ?? []), ...cited.map(({ study }) => study)]))
  }
}
