import type { PayloadRequest } from 'payload'
import type { ReviewState, SubjectName } from '../../domain/model/index.ts'
import { reviewedKinds } from '../../domain/model/index.ts'
import type { GatedDocument, GatedSlug } from '../../projection/index.ts'
import { nameOf, slugOf } from '../../projection/index.ts'
import { titleField, titleIn } from './titles.ts'

/** A newest text somebody has to do something about, as its stored fields tell. */
export interface ReviewedText {
  readonly slug: GatedSlug
  readonly id: string
  readonly subject: SubjectName
  readonly title: string
  readonly reviewStatus: ReviewState
  readonly assignedTo?: string
  /** ISO date. */
  readonly reviewBy?: string
  readonly openComments: number
}

/** Collections whose texts are signed. */
export const reviewedSlugs: readonly GatedSlug[] = reviewedKinds.map((kind) => slugOf(`${kind}/`))

/**
 * The newest texts that are in review, sent back or commented on, and those this person is asked to
 * sign again. One narrow query a collection, however many texts there are.
 */
export async function reviewedTexts(
  req: PayloadRequest,
  person: string,
): Promise<readonly ReviewedText[]> {
  const found: ReviewedText[] = []
  for (const slug of reviewedSlugs) {
    const { docs } = await req.payload.db.queryDrafts<GatedDocument>({
      collection: slug,
      where: {
        or: [
          { 'version.reviewStatus': { in: ['in-review', 'changes-requested'] } },
          { 'version.openComments': { greater_than: 0 } },
          { 'version.assignedTo': { equals: person } },
        ],
      },
      select: { parent: true, version: selected(slug) },
      limit: 0,
      pagination: false,
      req,
    })
    found.push(...docs.map((document) => textOf(slug, document)))
  }
  return found
}

function selected(slug: GatedSlug): Record<string, true> {
  const fields = ['key', 'reviewStatus', 'assignedTo', 'reviewBy', 'openComments', titleField(slug)]
  return Object.fromEntries(fields.map((field) => [field, true]))
}

function textOf(slug: GatedSlug, document: GatedDocument): ReviewedText {
  const { assignedTo, reviewBy } = document
  return {
    slug,
    id: String(document.id),
    subject: nameOf(slug, String(document['key'])),
    title: titleIn(slug, document),
    reviewStatus: document['reviewStatus'] as ReviewState,
    openComments: Number(document['openComments'] ?? 0),
    ...(typeof assignedTo === 'string' ? { assignedTo } : {}),
    ...(reviewBy === undefined || reviewBy === null ? {} : { reviewBy: dayOf(reviewBy) }),
  }
}

/** A stored date as an ISO date: one database hands over text, the other an instant. */
export function dayOf(stored: unknown): string {
  const text = stored instanceof Date ? stored.toISOString() : String(stored)
  return text.slice(0, 'YYYY-MM-DD'.length)
}
