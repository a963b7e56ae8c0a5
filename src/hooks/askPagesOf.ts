import type { PayloadRequest } from 'payload'
import type { NewLogEntry } from '../domain/model/index.ts'
import { subjectName } from '../domain/model/index.ts'
import { openComments, workflowOf } from '../domain/review/index.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { appendToLog, gateActor } from '../records/index.ts'
import { assess } from './assess.ts'
import { refreshStanding } from './refreshStanding.ts'

/**
 * Readers find another claim on a page that was signed with the one before: the page's signatures
 * hold, since the claim carries its own, but its reviewers are asked to read it again. A comment says
 * so; resolving it is their answer (DESIGN, invariant 2).
 *
 * @param change - the entry of what became of the claim
 */
export async function askPagesOf(
  req: PayloadRequest,
  claimId: string,
  change: NewLogEntry,
  now: Date,
): Promise<void> {
  for (const slug of ['therapies', 'articles'] as const) {
    const { docs } = await req.payload.db.find<GatedDocument>({
      collection: slug,
      where: {
        and: [{ _status: { equals: 'published' } }, { claimsUsed: { equals: claimId } }],
      },
      limit: 0,
      pagination: false,
      req,
    })
    for (const page of docs) await ask(req, slug, page, change, now)
  }
}

async function ask(
  req: PayloadRequest,
  slug: GatedSlug,
  page: GatedDocument,
  change: NewLogEntry,
  now: Date,
): Promise<void> {
  const { subject, contentHash, loaded } = await assess(req, slug, page, now)
  const name = subjectName(subject)
  const text = questionAbout(change)
  const asked = openComments(workflowOf(loaded.graph.log.get(name) ?? []))
  if (asked.some((comment) => comment.text === text)) return
  await appendToLog(
    req,
    {
      at: now.toISOString(),
      subject: name,
      action: 'comment',
      contentHash,
      actor: gateActor,
      place: 'sections',
      text,
    },
    { subject, graph: loaded.graph },
  )
  await refreshStanding(req, slug, String(page.id), now)
}

function questionAbout({ action, subject }: NewLogEntry): string {
  return action === 'withdraw'
    ? `${subject}, which stands on this page, was withdrawn, and a notice takes its place. Read the page again, then resolve this.`
    : `${subject}, which stands on this page, went live with another text. Read the page again, then resolve this.`
}
