import type { PayloadRequest } from 'payload'
import { subjectName } from '../domain/model/index.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { keepText } from '../records/index.ts'
import { assess } from './assess.ts'
import { storeState } from './directWrites.ts'
import { liveDocument, newestDocument } from './newestDocument.ts'
import type { StoredState } from './storedState.ts'
import { storedState } from './storedState.ts'

/**
 * Brings the stored state of a document in line with what the log and the cited facts say now: of
 * its newest text and of its live one. Reviewers see both under their new hashes, so both are kept.
 */
export async function refreshStanding(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  now: Date,
): Promise<void> {
  const newest = await newestDocument(req, slug, id)
  if (newest === undefined) return
  const live = await liveDocument(req, slug, id)
  const ofNewest = await stateNow(req, slug, newest, now)
  const isApart = live !== undefined && newest['_status'] !== 'published'
  const main = isApart ? await stateNow(req, slug, live, now) : ofNewest
  await storeState(req, slug, id, { newest: ofNewest, main })
}

async function stateNow(
  req: PayloadRequest,
  slug: GatedSlug,
  document: GatedDocument,
  now: Date,
): Promise<StoredState> {
  const { subject, standing, loaded } = await assess(req, slug, document, now)
  await keepText(req, subject, loaded.graph)
  return storedState(standing, loaded.graph.log.get(subjectName(subject)) ?? [])
}

/**
 * A claim's signature covers the material facts of what it cites. When those change, the signatures
 * on its live text and on a draft beside it are void, and both are in their reviewers' queue.
 */
export async function refreshCiting(
  req: PayloadRequest,
  studyId: string,
  now: Date,
): Promise<void> {
  const all = { collection: 'claims', limit: 0, pagination: false, req } as const
  const live = await req.payload.db.find<GatedDocument>({
    ...all,
    where: { 'citations.study': { equals: studyId } },
  })
  const drafts = await req.payload.db.queryDrafts<GatedDocument & { id: string }>({
    ...all,
    where: { 'version.citations.study': { equals: studyId } },
  })
  const ids = new Set([...live.docs, ...drafts.docs].map(({ id }) => String(id)))
  for (const id of ids) await refreshStanding(req, 'claims', id, now)
}
