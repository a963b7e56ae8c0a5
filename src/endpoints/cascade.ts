import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { subjectName } from '../domain/model/index.ts'
import type { Cascade } from '../domain/release/index.ts'
import { cascadeOf, withLive, withoutLive } from '../domain/release/index.ts'
import { draftDependents, newestDocument, project } from '../hooks/index.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { loadLiveGraph, nameOf } from '../projection/index.ts'
import { refusal } from '../refusal.ts'
import { answering } from './answering.ts'
import { parseBody } from './parseBody.ts'

/** `GET /api/{collection}/{id}/cascade`: what would follow if it were withdrawn now. */
export const cascadeEndpoints: Endpoint[] = [
  { path: '/:id/cascade', method: 'get', handler: answering(cascadeOfWithdrawal) },
]

/**
 * `POST /api/studies/{id}/cascade` with changed fields: what would follow if the study were
 * published with them. Nothing is written.
 */
export const factCascadeEndpoints: Endpoint[] = [
  { path: '/:id/cascade', method: 'post', handler: answering(ofChangedFacts) },
]

const changedFields = z.strictObject({ data: z.record(z.string(), z.unknown()) })

/** What would follow if a document were withdrawn now. Nothing is written. */
export async function cascadeOfWithdrawal(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
): Promise<Cascade> {
  const document = await existing(req, slug, id)
  const { graph, drafts } = await wholeGraph(req, slug, id)
  const name = nameOf(slug, String(document['key']))
  const now = new Date()
  return withDrafts(cascadeOf(graph, withoutLive(graph, name, now), name, now), drafts)
}

async function ofChangedFacts(req: PayloadRequest, slug: GatedSlug, id: string): Promise<Cascade> {
  const { data } = await parseBody(req, changedFields)
  const document = await existing(req, slug, id)
  const { graph, keys, drafts } = await wholeGraph(req, slug, id)
  const next = project(slug, { ...document, ...data, id, key: document['key'] }, keys)
  const now = new Date()
  return withDrafts(cascadeOf(graph, withLive(graph, next), subjectName(next), now), drafts)
}

async function existing(req: PayloadRequest, slug: GatedSlug, id: string): Promise<GatedDocument> {
  const document = await newestDocument(req, slug, id)
  if (document === undefined) {
    throw refusal('not-found', `${slug} has no document with the id ${id}.`)
  }
  return document
}

/** All that is live, with the document itself and the drafts that refer to it. */
async function wholeGraph(req: PayloadRequest, slug: GatedSlug, id: string) {
  const dependents = await draftDependents(req, slug, id)
  const also = dependents.map((each) => ({ slug: each.slug, id: String(each.document.id) }))
  const loaded = await loadLiveGraph({ payload: req.payload, req }, [{ slug, id }, ...also])
  const drafts = dependents.map(({ slug: referring, document }) => ({
    subject: nameOf(referring, String(document['key'])),
    title: String(document['title'] ?? document['statement'] ?? document['key']),
    isLive: false,
  }))
  return { ...loaded, drafts }
}

/** The graph holds one text of each subject; a draft beside a live one can refer to more. */
function withDrafts(cascade: Cascade, drafts: Cascade['citedBy']): Cascade {
  const known = new Set(cascade.citedBy.map(({ subject }) => subject))
  const more = drafts.filter(({ subject }) => !known.has(subject))
  const citedBy = [...cascade.citedBy, ...more].toSorted((one, other) =>
    one.subject < other.subject ? -1 : 1,
  )
  return { ...cascade, citedBy }
}
