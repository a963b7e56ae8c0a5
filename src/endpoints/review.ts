import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload'
import type { ActionJudgement } from '../domain/review/index.ts'
import { judgeAction, openActions } from '../domain/review/index.ts'
import { subjectName } from '../domain/model/index.ts'
import type { Assessment, RefusalCode } from '../hooks/index.ts'
import {
  actorOf,
  appendToLog,
  assess,
  newestDocument,
  refreshStanding,
  refusal,
  writeState,
} from '../hooks/index.ts'
import type { User } from '../payload-types.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { isGatedSlug } from '../projection/index.ts'
import { inTransaction } from './inTransaction.ts'
import type { ReviewRequest } from './reviewRequest.ts'
import { reviewRequest } from './reviewRequest.ts'
import { verifyPassword } from './verifyPassword.ts'

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
  const document = await existing(req, slug, id)
  return view(req, document, await assess(req, slug, document, now))
}

async function actOnReview(req: PayloadRequest, slug: GatedSlug, id: string): Promise<object> {
  const request = await bodyOf(req)
  await refuseHopeless(req, slug, id, request)
  if (request.action === 'approve') {
    if (request.password === undefined || request.password === '') {
      throw refusal(
        'password',
        'A signature needs your password again; nothing was signed. Enter it.',
      )
    }
    await verifyPassword(req.payload, req.user as User, request.password)
  }
  await inTransaction(req, () => act(req, slug, id, request))
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

/** Says no before the password is asked for: who may not sign should not learn whether it was right. */
async function refuseHopeless(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  request: ReviewRequest,
): Promise<void> {
  const assessment = await assess(req, slug, await existing(req, slug, id), new Date())
  throwUnlessAllowed(judge(req, assessment, request), assessment)
}

async function act(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  request: ReviewRequest,
): Promise<void> {
  const now = new Date()
  const document = await existing(req, slug, id)
  const assessment = await assess(req, slug, document, now)
  throwUnlessAllowed(judge(req, assessment, request), assessment)
  if (request.action === 'publish') return publish(req, slug, id)
  if (request.action === 'withdraw') return withdraw(req, slug, id, request.reason ?? '')
  await appendToLog(req, {
    at: now.toISOString(),
    subject: subjectName(assessment.subject),
    action: request.action,
    contentHash: assessment.contentHash,
    actor: actorOf(req),
    ...(request.action === 'approve' && request.meaning !== undefined
      ? { meaning: request.meaning, policy: assessment.standing.policy }
      : {}),
    ...(request.reason === undefined || request.reason.trim() === ''
      ? {}
      : { reason: request.reason.trim() }),
  })
  await refreshStanding(req, slug, id, now)
}

/** Publishes the newest text; the gate decides once more in the hook of the write. */
async function publish(req: PayloadRequest, slug: GatedSlug, id: string): Promise<void> {
  await req.payload.update({ collection: slug, id, data: { _status: 'published' }, depth: 0, req })
}

/**
 * Takes the live text out of the main table's published state. A draft beside it stays the newest
 * text.
 */
async function withdraw(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  reason: string,
): Promise<void> {
  writeState(req.context).withdrawal = { reason: reason.trim() }
  try {
    await req.payload.update({ collection: slug, id, data: { _status: 'draft' }, depth: 0, req })
  } finally {
    writeState(req.context).withdrawal = undefined
  }
}

function judge(
  req: PayloadRequest,
  assessment: Assessment,
  request: ReviewRequest,
): ActionJudgement {
  const { subject, standing, findings } = assessment
  const { action, contentHash, meaning, reason } = request
  return judgeAction(action, actorOf(req), subject, standing, {
    findings,
    ...(contentHash === undefined ? {} : { contentHash }),
    ...(meaning === undefined ? {} : { meaning }),
    ...(reason === undefined ? {} : { reason }),
  })
}

function throwUnlessAllowed(
  judgement: ActionJudgement,
  { findings, contentHash }: Assessment,
): void {
  if (judgement.allowed) return
  const { code, message, possible } = judgement
  throw refusal(code satisfies RefusalCode, message, {
    possible,
    ...(code === 'findings' ? { findings } : {}),
    ...(code === 'stale' ? { contentHash } : {}),
  })
}

async function existing(req: PayloadRequest, slug: GatedSlug, id: string): Promise<GatedDocument> {
  const document = await newestDocument(req, slug, id)
  if (document === undefined) {
    throw refusal('not-found', `${slug} has no document with the id ${id}.`)
  }
  return document
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
