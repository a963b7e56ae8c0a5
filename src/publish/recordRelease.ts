import type { BasePayload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import type { Graph, LogEntry, SubjectName } from '../domain/model/index.ts'
import { knownSubjects, subjectName } from '../domain/model/index.ts'
import { contentHash } from '../domain/review/index.ts'
import type { ReleasePlan } from '../domain/release/index.ts'
import type { ReleaseDifference } from '../feeds/index.ts'
import type { NamedText } from '../records/index.ts'
import { appendToLog, asRecorder, gateActor, inTransaction } from '../records/index.ts'

export interface CommittedRelease {
  readonly release: number
  /** Digest of its manifest. */
  readonly digest: string
  /** ISO instant. */
  readonly createdAt: string
}

/**
 * Writes down what a release did: the release itself, and in the log what is withheld from now on
 * and what is not any more. The store is the truth; a record that a crash kept from being made is
 * made by the next publication.
 */
export async function recordRelease(
  payload: BasePayload,
  made: CommittedRelease,
  difference: ReleaseDifference | undefined,
  plan: ReleasePlan,
  graph: Graph,
  now: Date,
): Promise<void> {
  const withheld = plan.withheld.filter(({ isRecorded }) => !isRecorded)
  const req = await createLocalReq({}, payload)
  const isListed = await isRecorded(payload, made.release)
  if (isListed && withheld.length === 0 && plan.readmitted.length === 0) return
  await inTransaction(req, async () => {
    const at = now.toISOString()
    const noted = new Set<SubjectName>()
    for (const { subject, reason } of withheld) {
      if (noted.has(subject)) continue
      noted.add(subject)
      await note(req, graph, { subject, at, action: 'withhold', reason })
    }
    for (const subject of plan.readmitted) {
      await note(req, graph, { subject, at, action: 'readmit' })
    }
    if (!isListed) await list(req, made, difference, plan, endOfLog(graph))
  })
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
  graph: Graph,
  entry: {
    readonly subject: SubjectName
    readonly at: string
    readonly action: 'readmit' | 'withhold'
    readonly reason?: string
  },
): Promise<void> {
  const text = textOf(graph, entry.subject)
  const hash = contentHash(text.subject, text.graph)
  await appendToLog(req, { ...entry, actor: gateActor, contentHash: hash }, text)
}

/** A plan speaks of live texts only, all of which stand in the graph it was made from. */
function textOf(graph: Graph, name: SubjectName): NamedText {
  const known = knownSubjects(graph).find(({ subject }) => subjectName(subject) === name)
  if (known === undefined) throw new Error(`The plan names ${name}, which it was not made from.`)
  return { subject: known.subject, graph }
}

/** The last entry that the release was made from: a log that is cut later shows by it. */
function endOfLog({ log }: Graph): LogEntry | undefined {
  return [...log.values()]
    .flatMap((entries) => entries.at(-1) ?? [])
    .reduce<LogEntry | undefined>(
      (last, entry) => (last === undefined || entry.sequence > last.sequence ? entry : last),
      undefined,
    )
}

async function list(
  req: PayloadRequest,
  { release, digest, createdAt }: CommittedRelease,
  difference: ReleaseDifference | undefined,
  plan: ReleasePlan,
  last: LogEntry | undefined,
): Promise<void> {
  await asRecorder(req, () =>
    req.payload.create({
      collection: 'releases',
      data: {
        number: release,
        at: createdAt,
        digest,
        added: difference?.added.length ?? 0,
        changed: difference?.changed.length ?? 0,
        removed: difference?.removed.length ?? 0,
        auditHead: last === undefined ? null : { sequence: last.sequence, hash: last.hash },
        withheld: plan.withheld.map(({ subject, channel, reason, since }) => ({
          subject,
          channel: channel ?? null,
          reason,
          since,
        })),
      },
      depth: 0,
      req,
    }),
  )
}
