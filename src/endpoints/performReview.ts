import type { PayloadRequest } from 'payload'
import { verifyPassword } from '../accounts/index.ts'
import { subjectName } from '../domain/model/index.ts'
import type { ActionInput } from '../domain/review/index.ts'
import { isLiveText, judgeAction, standingOf } from '../domain/review/index.ts'
import {
  actorOf,
  queueRelease,
  queueScheduled,
  storeState,
  storedState,
  storedWorkflow,
  withEntries,
} from '../hooks/index.ts'
import type { User } from '../payload-types.ts'
import type { GatedSlug } from '../projection/index.ts'
import { appendToLog, inTransaction } from '../records/index.ts'
import { refusal } from '../refusal.ts'
import { actionInput } from './actionInput.ts'
import { changeLive, liveIntent } from './changeLive.ts'
import type { RecordedAction } from './entryOf.ts'
import { entryOf } from './entryOf.ts'
import { refusedAction } from './refusedAction.ts'
import type { ReviewRequest } from './reviewRequest.ts'
import type { ReviewedDocument } from './situationOf.ts'
import { situationOf } from './situationOf.ts'

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
    // Who may not sign should not learn whether the password was right.
    const reviewed = await situationOf(req, slug, id, new Date())
    await refuseUnlessAllowed(req, reviewed, request.action, await actionInput(req, request))
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

async function act(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  request: ReviewRequest,
): Promise<void> {
  const reviewed = await situationOf(req, slug, id, new Date())
  const { action } = request
  await refuseUnlessAllowed(req, reviewed, action, await actionInput(req, request))
  const intent = liveIntent(request)
  if (intent !== undefined) return changeLive(req, slug, id, intent)
  await record(req, reviewed, action as RecordedAction, request)
}

/** Asks the domain, and throws its refusal. */
async function refuseUnlessAllowed(
  req: PayloadRequest,
  { situation }: ReviewedDocument,
  action: ReviewRequest['action'],
  input: ActionInput,
): Promise<void> {
  const judgement = judgeAction(action, actorOf(req), situation, input)
  if (!judgement.allowed) throw await refusedAction(req, situation, judgement, input.contentHash)
}

/** They give a live text to the feed, or take it out. */
const decisions: ReadonlySet<RecordedAction> = new Set(['approve', 'request-changes'])

/** Adds the entry, and stores where the text stands by it. */
async function record(
  req: PayloadRequest,
  { slug, id, situation }: ReviewedDocument,
  action: RecordedAction,
  request: ReviewRequest,
): Promise<void> {
  const { subject, standing, graph, now } = situation
  const entry = await appendToLog(req, entryOf(action, actorOf(req), situation, request), {
    subject,
    graph,
  })
  if (entry.publishAt !== undefined) await queueScheduled(req, { slug, id, schedule: entry })
  const after = withEntries(graph, subject, [entry])
  const newest = storedState(
    standingOf(subject, after, now),
    after.log.get(subjectName(subject)) ?? [],
  )
  // A draft beside the live text does not speak for it, unless it says the same.
  const isOfLive = isLiveText(subject, standing, graph)
  const isApart = newest.liveStatus === 'live' && !isOfLive
  await storeState(req, slug, id, { newest, main: isApart ? storedWorkflow(newest) : newest })
  if (isOfLive && decisions.has(action)) await queueRelease(req)
}
