import type { PayloadRequest } from 'payload'
import type { SubjectName } from '../../domain/model/index.ts'
import type { WorkItem, WorkList } from '../../domain/work/index.ts'
import { compareWaiting } from '../../domain/work/index.ts'
import type { GatedDocument } from '../../projection/index.ts'
import { nameOf } from '../../projection/index.ts'
import { situationOf } from '../situationOf.ts'
import type { Desk } from './openDesk.ts'
import { shownItems } from './openDesk.ts'
import type { ReviewedText } from './reviewedTexts.ts'
import { subjectsIn } from './subjectsIn.ts'
import { namedSubjects } from './titles.ts'

/** What this reviewer can sign: what they were asked for first. */
export async function waiting(desk: Desk): Promise<Omit<WorkList, 'name'>> {
  const { key } = desk.actor
  const candidates = (await desk.texts()).filter(
    ({ reviewStatus, assignedTo }) =>
      reviewStatus === 'in-review' || (reviewStatus === 'approved' && assignedTo === key),
  )
  const doubtful = await doubtfulTexts(desk, candidates)
  const signable: ReviewedText[] = []
  for (const text of candidates) {
    if (!doubtful.has(text) || (await canSign(desk, text))) signable.push(text)
  }
  const items = signable.map((text) => itemOf(text, key)).toSorted(compareWaiting)
  return { total: items.length, items: items.slice(0, shownItems) }
}

/**
 * Only of what somebody has written or signed a part of has the whole log to be read; that is a
 * few, and mostly none.
 */
async function doubtfulTexts(
  { req, actor, written }: Desk,
  candidates: readonly ReviewedText[],
): Promise<ReadonlySet<ReviewedText>> {
  const own = await written()
  const actorKey = { equals: actor.key }
  const signed = await subjectsIn(req, {
    actorKey,
    action: { equals: 'approve' },
    subject: { in: candidates.map(({ subject }) => subject) },
  })
  const citing = await claimsOnOwnFacts(req, actorKey)
  return new Set(
    candidates.filter(
      ({ subject }) => own.has(subject) || signed.has(subject) || citing.has(subject),
    ),
  )
}

/** Claims that cite a study of which this person wrote a part. */
async function claimsOnOwnFacts(
  req: PayloadRequest,
  actorKey: { readonly equals: string },
): Promise<ReadonlySet<SubjectName>> {
  const studies = await subjectsIn(req, {
    actorKey,
    action: { equals: 'edit' },
    subject: { contains: 'study/' },
  })
  if (studies.size === 0) return new Set()
  const named = await namedSubjects(req, [...studies])
  const { docs } = await req.payload.db.queryDrafts<GatedDocument>({
    collection: 'claims',
    where: {
      'version.reviewStatus': { in: ['in-review', 'approved'] },
      'version.citations.study': { in: [...named.values()].map(({ id }) => id) },
    },
    select: { parent: true, version: { key: true } },
    limit: 0,
    pagination: false,
    req,
  })
  return new Set(docs.map((document) => nameOf('claims', String(document['key']))))
}

async function canSign({ req, actor, now }: Desk, { slug, id }: ReviewedText): Promise<boolean> {
  const { standing } = (await situationOf(req, slug, id, now)).situation
  const signed = standing.renewal?.approvals ?? standing.approvals
  return ![...standing.authors, ...signed.map((approval) => approval.actor)].some(
    ({ key }) => key === actor.key,
  )
}

function itemOf(text: ReviewedText, person: string): WorkItem {
  const { slug, id, subject, title, assignedTo, reviewBy } = text
  return {
    subject,
    title,
    collection: slug,
    id,
    ...(assignedTo === person ? { isAsked: true } : {}),
    ...(assignedTo === undefined || assignedTo === person ? {} : { assignee: assignedTo }),
    ...(reviewBy === undefined ? {} : { due: reviewBy }),
  }
}
