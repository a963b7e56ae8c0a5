import type { PayloadRequest } from 'payload'
import type { GatedSlug } from '../projection/index.ts'
import { assess } from './assess.ts'
import { newestDocument } from './newestDocument.ts'
import { storeReviewState } from './directWrites.ts'

/** Brings the stored review state of a document in line with what the log says now. */
export async function refreshStanding(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  now: Date,
): Promise<void> {
  const document = await newestDocument(req, slug, id)
  if (document === undefined) return
  const { standing } = await assess(req, slug, document, now)
  await storeReviewState(req, slug, id, standing, document['_status'] === 'published')
}
