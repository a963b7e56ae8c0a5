import type { BasePayload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { reviewedKinds, subjectName } from '../domain/model/index.ts'
import type { Graph, Subject, SubjectName } from '../domain/model/index.ts'
import { isoDate, standingOf } from '../domain/review/index.ts'
import { assess, liveDocument, newestDocument, refreshStanding } from '../hooks/index.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { slugOf } from '../projection/index.ts'
import { appendToLog, gateActor, inTransaction } from '../records/index.ts'

/**
 * Writes down, once each, which signatures have run out since the last time: live texts and drafts
 * beside them are back with their reviewers. A release withholds such a live text by the date alone;
 * this makes the lists and the log say so.
 *
 * @returns the names of the subjects concerned
 */
export async function expireReviews(
  payload: BasePayload,
  now: Date,
): Promise<readonly SubjectName[]> {
  const expired: SubjectName[] = []
  for (const kind of reviewedKinds) {
    const slug = slugOf(`${kind}/`)
    for (const id of await overdue(payload, slug, now)) {
      const req = await createLocalReq({}, payload)
      expired.push(...(await inTransaction(req, () => expire(req, slug, id, now))))
    }
  }
  return [...new Set(expired)]
}

/** Documents with a text whose stored date has passed; the log decides. */
async function overdue(payload: BasePayload, slug: GatedSlug, now: Date): Promise<string[]> {
  const today = `${isoDate(now)}T00:00:00.000Z`
  const all = { collection: slug, limit: 0, pagination: false } as const
  const main = await payload.db.find<GatedDocument>({
    ...all,
    where: { reviewDue: { less_than: today } },
  })
  const drafts = await payload.db.queryDrafts<GatedDocument & { id: string }>({
    ...all,
    where: { 'version.reviewDue': { less_than: today } },
  })
  return [...new Set([...main.docs, ...drafts.docs].map(({ id }) => String(id)))]
}

async function expire(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  now: Date,
): Promise<SubjectName[]> {
  const texts = [await newestDocument(req, slug, id), await liveDocument(req, slug, id)]
  const noted = new Map<string, SubjectName>()
  for (const document of texts) {
    if (document === undefined) continue
    const { subject, standing, loaded } = await assess(req, slug, document, now)
    const name = subjectName(subject)
    if (!standing.isExpired || isNoted(subject, loaded.graph)) continue
    noted.set(standing.contentHash, name)
    await appendToLog(
      req,
      {
        at: now.toISOString(),
        subject: name,
        action: 'expire',
        contentHash: standing.contentHash,
        actor: gateActor,
      },
      { subject, graph: loaded.graph },
    )
  }
  if (noted.size > 0) await refreshStanding(req, slug, id, now)
  return [...noted.values()]
}

/** Whether the log says already that these very signatures have run out: no date has to then. */
function isNoted(subject: Subject, graph: Graph): boolean {
  return standingOf(subject, graph, new Date(0)).isExpired
}
