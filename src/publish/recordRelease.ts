import type { BasePayload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import type { SubjectName } from '../domain/model/index.ts'
import { contentHash } from '../domain/review/index.ts'
import { appendToLog, asRecorder, gateActor, inTransaction } from '../records/index.ts'
import type { News } from './contentState.ts'
import { allWithheld } from './contentState.ts'
import type { GatheredContent } from './gatherContent.ts'
import type { FileCounts } from './releaseFiles.ts'

export interface CommittedRelease {
  readonly release: number
  /** Digest of its `index.json`. */
  readonly digest: string
  /** ISO instant. */
  readonly createdAt: string
}

/**
 * Writes down what a release did: the release itself, and in the log what is withheld from now on
 * and what is not any more. The store is the truth; a record that a crash kept from being made is
 * made by the next publication.
 *
 * @param day - by which the gate judged, ISO
 */
export async function recordRelease(
  payload: BasePayload,
  made: CommittedRelease,
  counts: FileCounts | undefined,
  gathered: GatheredContent,
  day: string,
  now: Date,
): Promise<void> {
  const { news } = gathered.state
  const isListed = await isRecorded(payload, made.release)
  if (isListed && news.size === 0) return
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    for (const [subject, each] of inOrder(news)) await note(req, subject, each, now)
    if (!isListed) await list(req, made, counts, gathered, day)
  })
}

/** What is withheld first, by name: the same content leaves the same log, however it was looked at. */
function inOrder(news: ReadonlyMap<SubjectName, News>): readonly (readonly [SubjectName, News])[] {
  const rank = ([subject, { action }]: readonly [SubjectName, News]) =>
    `${action === 'withhold' ? '1' : '2'} ${subject}`
  return [...news].sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
}

async function isRecorded(payload: BasePayload, release: number): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'releases',
    where: { number: { equals: release } },
  })
  return totalDocs > 0
}

async function note(
  req: PayloadRequest,
  subject: SubjectName,
  { action, reason, text }: News,
  now: Date,
): Promise<void> {
  const entry = {
    subject,
    at: now.toISOString(),
    action,
    ...(reason === undefined ? {} : { reason }),
    actor: gateActor,
    contentHash: contentHash(text.subject, text.graph),
  }
  await appendToLog(req, entry, text)
}

async function list(
  req: PayloadRequest,
  { release, digest, createdAt }: CommittedRelease,
  counts: FileCounts | undefined,
  { state, head, settings }: GatheredContent,
  day: string,
): Promise<void> {
  await asRecorder(req, () =>
    req.payload.create({
      collection: 'releases',
      data: {
        number: release,
        at: createdAt,
        digest,
        ...(counts ?? { added: 0, changed: 0, removed: 0 }),
        auditHead: head === null ? null : { ...head },
        basis: { day, settings },
        withheld: allWithheld(state).map(({ subject, channel, inChannels, reason, since }) => ({
          subject,
          channel: channel ?? null,
          inChannels: inChannels === undefined ? null : [...inChannels],
          reason,
          since,
        })),
      },
      depth: 0,
      req,
    }),
  )
}
