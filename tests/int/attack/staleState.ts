import { createLocalReq } from 'payload'
import { subjectName } from '../../../src/domain/model/index.ts'
import { assess, newestDocument, storedState } from '../../../src/hooks/index.ts'
import type { Target } from './attack.ts'
import type { World } from './world.ts'

/** Where the state that is stored for lists says something else than the log. */
export async function staleState({ payload }: World, { slug, id, key }: Target): Promise<string[]> {
  const req = await createLocalReq({}, payload)
  const document = await newestDocument(req, slug, id)
  if (document === undefined) return [`${slug} ${key} is gone`]
  const found = document['key'] === key ? [] : [`its key is ${String(document['key'])}`]
  if (slug === 'studies' || slug === 'conditions') return found
  const { subject, standing, loaded } = await assess(req, slug, document, new Date())
  const state = storedState(standing, loaded.graph.log.get(subjectName(subject)) ?? [])
  for (const [field, derived] of Object.entries(state)) {
    const stored = asDay(document[field])
    if (stored !== asDay(derived))
      found.push(`${field} is stored as ${stored}, not ${asDay(derived)}`)
  }
  return found
}

/** Dates come back from a database as instants, or as they were written. */
function asDay(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : JSON.stringify(value ?? '')
  return /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? text
}
