import { randomUUID } from 'node:crypto'
import type { BasePayload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import type { Notice as NoticeDocument } from '../payload-types.ts'
import { asRecorder, inTransaction } from '../records/index.ts'

/** Some notices that go out as one mail. */
export interface Digest {
  /** The same at each try. */
  readonly id: string
  readonly notices: readonly NoticeDocument[]
  /** How often it has been tried, with this time. */
  readonly attempts: number
}

/** A process that took a digest and said nothing for so long is taken for dead. */
const leaseMs = 5 * 60_000

const largest = 200

/**
 * Takes what is due to be told to a person, for one attempt. Whoever comes second, in this process
 * or another, finds nothing: both write the same rows, and one of them is undone. A digest that was
 * tried before goes first and unchanged, so that its receiver can tell a repetition.
 */
export async function claimDigest(
  payload: BasePayload,
  person: string,
  now: Date,
): Promise<Digest | undefined> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const waiting = await waitingFor(req, person)
    const begun = waiting.find(({ digest }) => digest)?.digest
    const notices = waiting
      .filter(({ digest }) => (begun === undefined ? true : digest === begun))
      .slice(0, largest)
    const [first] = notices
    if (first === undefined || !notices.some((notice) => isDue(notice, now))) return undefined
    const claimed = {
      digest: begun ?? randomUUID(),
      attempts: first.attempts + 1,
      dueAt: new Date(now.getTime() + leaseMs).toISOString(),
    }
    await keep(req, notices, claimed)
    return { id: claimed.digest, notices, attempts: claimed.attempts }
  })
}

/** The mail is out: nobody sends it again. */
export function settleDigest(payload: BasePayload, digest: Digest, now: Date): Promise<void> {
  return change(payload, digest, { sentAt: now.toISOString(), dueAt: null })
}

/** The mail is not out: it is tried again then, or never. */
export function postponeDigest(
  payload: BasePayload,
  digest: Digest,
  until: Date | undefined,
): Promise<void> {
  return change(payload, digest, { dueAt: until?.toISOString() ?? null })
}

type Change = Partial<Pick<NoticeDocument, 'attempts' | 'digest' | 'dueAt' | 'sentAt'>>

async function change(payload: BasePayload, { notices }: Digest, to: Change): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => keep(req, notices, to))
}

async function keep(
  req: PayloadRequest,
  notices: readonly NoticeDocument[],
  data: Change,
): Promise<void> {
  await asRecorder(req, async () => {
    for (const { id } of notices) {
      await req.payload.update({ collection: 'notices', id, data, depth: 0, req })
    }
  })
}

/** What has not been told to a person yet, oldest first. */
async function waitingFor(req: PayloadRequest, person: string): Promise<readonly NoticeDocument[]> {
  const { docs } = await req.payload.db.find<NoticeDocument>({
    collection: 'notices',
    where: { and: [{ person: { equals: person } }, { dueAt: { exists: true } }] },
    sort: 'at',
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

function isDue({ dueAt }: NoticeDocument, now: Date): boolean {
  return dueAt !== null && dueAt !== undefined && new Date(dueAt) <= now
}
