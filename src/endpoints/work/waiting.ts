import type { WorkItem, WorkList } from '../../domain/work/index.ts'
import { compareWaiting } from '../../domain/work/index.ts'
import { situationOf } from '../situationOf.ts'
import type { Desk } from './openDesk.ts'
import { shownItems } from './openDesk.ts'
import type { ReviewedText } from './reviewedTexts.ts'

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
  { req, actor, ownEntries }: Desk,
  candidates: readonly ReviewedText[],
): Promise<ReadonlySet<ReviewedText>> {
  const touched = await ownEntries()
  const { totalDocs: factsWritten } = await req.payload.db.count({
    collection: 'reviews',
    where: {
      actorKey: { equals: actor.key },
      action: { equals: 'edit' },
      subject: { contains: 'study/' },
    },
    req,
  })
  return new Set(
    candidates.filter(
      ({ slug, subject }) => touched.has(subject) || (slug === 'claims' && factsWritten > 0),
    ),
  )
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
