import type { PayloadRequest } from 'payload'
import { subjectName } from '../domain/model/index.ts'
import type { LogEntry } from '../domain/model/index.ts'
import type { Situation } from '../domain/review/index.ts'
import { workflowOf } from '../domain/review/index.ts'
import { assess, newestDocument } from '../hooks/index.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { refusal } from '../refusal.ts'

/** The newest text of a document with all that bears on what may be done with it. */
export interface ReviewedDocument {
  readonly slug: GatedSlug
  readonly id: string
  readonly document: GatedDocument
  readonly situation: Situation
  readonly log: readonly LogEntry[]
}

/**
 * Reads it through the request.
 *
 * @throws a refusal (404) when there is no such document
 */
export async function situationOf(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  now: Date,
): Promise<ReviewedDocument> {
  const document = await newestDocument(req, slug, id)
  if (document === undefined) {
    throw refusal('not-found', `${slug} has no document with the id ${id}.`)
  }
  const { subject, standing, findings, loaded } = await assess(req, slug, document, now)
  const { graph } = loaded
  const log = graph.log.get(subjectName(subject)) ?? []
  const situation = { subject, standing, workflow: workflowOf(log), findings, graph, now }
  return { slug, id, document, situation, log }
}
