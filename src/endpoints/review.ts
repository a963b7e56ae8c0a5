import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload'
import { subjectName } from '../domain/model/index.ts'
import { openActions } from '../domain/review/index.ts'
import type { Assessment } from '../hooks/index.ts'
import { actorOf, assess } from '../hooks/index.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { isGatedSlug } from '../projection/index.ts'
import { refusal } from '../refusal.ts'
import { existingDocument, performReview } from './performReview.ts'
import type { ReviewRequest } from './reviewRequest.ts'
import { reviewRequest } from './reviewRequest.ts'

/**
 * `GET /api/{collection}/{id}/review`: all findings, the standing of the newest text and what this
 * person may do with it. `POST`: does it.
 */
export const reviewEndpoints: Endpoint[] = [
  { path: '/:id/review', method: 'get', handler: answering(showReview) },
  { path: '/:id/review', method: 'post', handler: answering(actOnReview) },
]

type Answer = (req: PayloadRequest, slug: GatedSlug, id: string) => Promise<object>

function answering(answer: Answer): PayloadHandler {
  return async (req) => {
    actorOf(req)
    const slug = String(req.routeParams?.['collection'])
    const id = String(req.routeParams?.['id'])
    if (!isGatedSlug(slug)) throw refusal('not-found', `There is no review of ${slug}.`)
    return Response.json(await answer(req, slug, id), { headers: { 'Cache-Control': 'no-store' } })
  }
}

async function showReview(req: PayloadRequest, slug: GatedSlug, id: string): Promise<object> {
  const now = new Date()
  const document = await existingDocument(req, slug, id)
  return view(req, document, await assess(req, slug, document, now))
}

async function actOnReview(req: PayloadRequest, slug: GatedSlug, id: string): Promise<object> {
  await performReview(req, slug, id, await bodyOf(req))
  return showReview(req, slug, id)
}

async function bodyOf(req: PayloadRequest): Promise<ReviewRequest> {
  const body: unknown = await req.json?.().catch(() => undefined)
  const parsed = reviewRequest.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw refusal(
    'malformed',
    `The request cannot be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}. Send JSON with action and, where it needs them, contentHash, meaning, reason and password.`,
  )
}

const newestEntries = 30

function view(req: PayloadRequest, document: GatedDocument, assessment: Assessment): object {
  const { subject, standing, findings, contentHash, loaded } = assessment
  const log = loaded.graph.log.get(subjectName(subject)) ?? []
  return {
    subject: { kind: subject.kind, key: subject.key },
    ...standing,
    contentHash,
    isNewestLive: document['_status'] === 'published',
    findings,
    actions: openActions(actorOf(req), subject, standing, findings),
    log: [...log].reverse().slice(0, newestEntries),
  }
}
