import type { PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { subjectName } from '../../../src/domain/model/index.ts'
import { assess, liveDocument, newestDocument, storedState } from '../../../src/hooks/index.ts'
import type { GatedDocument, GatedSlug } from '../../../src/projection/index.ts'
import type { Target } from './attack.ts'
import type { World } from './world.ts'

/** Where the state that is stored for lists says something else than the log. */
export async function staleState({ payload }: World, { slug, id, key }: Target): Promise<string[]> {
  const req = await createLocalReq({}, payload)
  const newest = await newestDocument(req, slug, id)
  if (newest === undefined) return [`${slug} ${key} is gone`]
  const found = newest['key'] === key ? [] : [`its key is ${String(newest['key'])}`]
  if (slug === 'studies' || slug === 'conditions') return found
  const live = await liveDocument(req, slug, id)
  return [
    ...found,
    ...(await staleIn(req, slug, 'newest', newest)),
    ...(live === undefined ? [] : await staleIn(req, slug, 'live', live)),
  ]
}

async function staleIn(
  req: PayloadRequest,
  slug: GatedSlug,
  which: string,
  document: GatedDocument,
): Promise<string[]> {
  const { subject, standing, loaded } = await assess(req, slug, document, new Date())
  const state = storedState(standing, loaded.graph.log.get(subjectName(subject)) ?? [])
  return Object.entries(state).flatMap(([field, derived]) => {
    const [stored, right] = [asDay(document[field]), asDay(derived)]
    return stored === right
      ? []
      : [`${field} of the ${which} text is stored as ${stored}, not ${right}`]
  })
}

/** Dates come back from a database as instants, or as they were written. */
function asDay(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : JSON.stringify(value ?? '')
  return /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? text
}
