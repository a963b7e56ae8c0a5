import type { Endpoint, PayloadRequest } from 'payload'
import type { GatedSlug } from '../projection/index.ts'
import { answering } from './answering.ts'
import { parseBody } from './parseBody.ts'
import { performReview } from './performReview.ts'
import { reviewRequest } from './reviewRequest.ts'
import { reviewView } from './reviewView.ts'
import { situationOf } from './situationOf.ts'

/**
 * `GET /api/{collection}/{id}/review`: all findings, the standing of the newest text, what people
 * arranged around it and what this person may do. `POST`: does it.
 */
export const reviewEndpoints: Endpoint[] = [
  { path: '/:id/review', method: 'get', handler: answering(showReview) },
  { path: '/:id/review', method: 'post', handler: answering(actOnReview) },
]

async function showReview(req: PayloadRequest, slug: GatedSlug, id: string): Promise<object> {
  return reviewView(req, await situationOf(req, slug, id, new Date()))
}

async function actOnReview(req: PayloadRequest, slug: GatedSlug, id: string): Promise<object> {
  await performReview(req, slug, id, await parseBody(req, reviewRequest))
  return showReview(req, slug, id)
}
