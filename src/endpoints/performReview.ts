import type { PayloadRequest } from 'payload'
import type { NewLogEntry } from '../domain/model/index.ts'
import { subjectName } from '../domain/model/index.ts'
import type { ActionJudgement } from '../domain/review/index.ts'
import { judgeAction, policyFor, standingOf } from '../domain/review/index.ts'
import type { Assessment } from '../hooks/index.ts'
import {
  actorOf,
  assess,
  newestDocument,
  storeReviewState,
  withEntry,
  writeState,
} from '../hooks/index.ts'
import type { User } from '../payload-types.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { appendToLog, inTransaction } from '../records/index.ts'
import type { RefusalCode } from '../refusal.ts'
import { refusal } from '../refusal.ts'
import type { ReviewRequest } from './reviewRequest.ts'
import { verifyPassword } from './verifyPassword.ts'

/**
 * Does one step of a review for the person of the request: whole or not at all.
 *
 * @throws a refusal that says what happened, why, and what would be possible
 */
export async function performReview(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  request: ReviewRequest,
): Promise<void> {
  if (request.action === 'approve') {
    await refuseHopeless(req, slug, id, request)
    if (request.password === undefined || request.password === '') {
      throw refusal(
        'password',
        'A signature needs your password again; nothing was signed. Enter it.',
      )
    }
    await verifyPassword(req.payload, req.user as User, request.password)
  }
  await inTransaction(req, () => act(req, slug, id, request))
}

/** Says no before the password is asked for: who may not sign should not learn whether it was right. */
async function refuseHopeless(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  request: ReviewRequest,
): Promise<void> {
  const assessment = await assess(req, slug, await existingDocument(req, slug, id), new Date())
  throwUnlessAllowed(judge(req, assessment, request), assessment)
}

async function act(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  request: ReviewRequest,
): Promise<void> {
  const now = new Date()
  const document = await existingDocument(req, slug, id)
  const assessment = await assess(req, slug, document, now)
  throwUnlessAllowed(judge(req, assessment, request), assessment)
  if (request.action === 'publish') return publish(req, slug, id)
  if (request.action === 'withdraw') return withdraw(req, slug, id, request.reason ?? '')
  const { subject, loaded } = assessment
  const entry: NewLogEntry = {
    at: now.toISOString(),
    subject: subjectName(subject),
    action: request.action,
    contentHash: assessment.contentHash,
    actor: actorOf(req),
    ...(request.action === 'approve' && request.meaning !== undefined
      ? { meaning: request.meaning, policy: policyFor(subject) }
      : {}),
    ...(request.reason === undefined || request.reason.trim() === ''
      ? {}
      : { reason: request.reason.trim() }),
  }
  await appendToLog(req, entry)
  const standing = standingOf(subject, withEntry(loaded.graph, entry, subject), now)
  await storeReviewState(req, slug, id, standing, document['_status'] === 'published')
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

/** The newest text of a document; a refusal (404) when there is none. */
export async function existingDocument(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
): Promise<GatedDocument> {
  const document = await newestDocument(req, slug, id)
  if (document === undefined) {
    throw refusal('not-found', `${slug} has no document with the id ${id}.`)
  }
  return document
}
