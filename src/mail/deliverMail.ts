import type { BasePayload } from 'payload'
import type { Notice, NoticeKind } from '../domain/notices/index.ts'
import { env } from '../env.ts'
import type { Notice as NoticeDocument, User } from '../payload-types.ts'
import { isSingleAddress } from './addresses.ts'
import type { Digest } from './claimDigest.ts'
import { claimDigest, postponeDigest, settleDigest } from './claimDigest.ts'
import { codeOf } from './codeOf.ts'
import { composeDigest, plainLine } from './digest/index.ts'
import { subjectsOf } from './subjectsOf.ts'

/** What a round of mail did. */
export interface DeliveryReport {
  /** Mails that the server or the outbox took. */
  readonly sent: number
  /** Mails that wait for another try. */
  readonly failed: number
  /** Mails to people who cannot be written to any more, or that were tried for too long. */
  readonly givenUp: number
}

/**
 * Sends each person what is due, all that waits for them in one mail. A mail counts as sent when
 * the server has taken it; before that it is tried again, later each time, and after a crash too:
 * at least once, under the same Message-ID.
 */
export async function deliverMail(
  payload: BasePayload,
  clock: () => Date = () => new Date(),
): Promise<DeliveryReport> {
  const report = { sent: 0, failed: 0, givenUp: 0 }
  const problems = new Map<string, number>()
  for (const person of await peopleWithMail(payload, clock())) {
    const digest = await claimDigest(payload, person, clock())
    if (digest === undefined) continue
    const account = await accountOf(payload, person)
    if (account === undefined) {
      await postponeDigest(payload, digest, undefined)
      report.givenUp += 1
      continue
    }
    try {
      await send(payload, account, digest)
    } catch (error) {
      const code = codeOf(error)
      problems.set(code, (problems.get(code) ?? 0) + 1)
      const again = nextTry(digest, clock())
      await postponeDigest(payload, digest, again)
      report[again === undefined ? 'givenUp' : 'failed'] += 1
      continue
    }
    await settleDigest(payload, digest, clock())
    report.sent += 1
  }
  if (problems.size > 0) {
    const counts = [...problems].map(([code, count]) => `${String(count)} × ${code}`).join(', ')
    payload.logger.error(
      `Mail could not be sent (${counts}). ${String(report.failed)} will be tried again, ${String(report.givenUp)} will not.`,
    )
  }
  return report
}

/** Keys of those for whom something is due. Looking takes nobody's turn to write. */
async function peopleWithMail(payload: BasePayload, now: Date): Promise<readonly string[]> {
  const { docs } = await payload.db.find<NoticeDocument>({
    collection: 'notices',
    where: { dueAt: { less_than_equal: now.toISOString() } },
    sort: 'dueAt',
    limit: 1000,
    pagination: false,
  })
  return [...new Set(docs.map(({ person }) => person))]
}

/** An account that can be written to today; roles may have been taken away since. */
async function accountOf(payload: BasePayload, person: string): Promise<User | undefined> {
  const { docs } = await payload.db.find<User>({
    collection: 'users',
    where: { key: { equals: person } },
    limit: 1,
    pagination: false,
  })
  return docs.find(({ roles, email }) => roles.length > 0 && isSingleAddress(email))
}

async function send(payload: BasePayload, { name, email }: User, digest: Digest): Promise<void> {
  const notices = digest.notices.map(toNotice)
  const known = await subjectsOf(
    payload,
    notices.map(({ subject }) => subject),
  )
  const entries = notices.map((notice) => ({ notice, ...known(notice.subject) }))
  await payload.sendEmail({
    to: { name: plainLine(name), address: email },
    messageId: `<${digest.id}@${new URL(env.publicUrl).hostname}>`,
    // RFC 3834: answering machines leave it alone.
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...composeDigest(name, entries, env.publicUrl),
  })
}

const minuteMs = 60_000
/** RFC 5321, 4.5.4.1: give up after four to five days. */
const giveUpAfterMs = 5 * 24 * 60 * minuteMs

/** After 1, 2, 4 … minutes, at most an hour; undefined once it has been tried for days. */
function nextTry({ attempts, notices }: Digest, now: Date): Date | undefined {
  const oldest = Math.min(...notices.map(({ at }) => new Date(at).getTime()))
  if (now.getTime() - oldest > giveUpAfterMs) return undefined
  return new Date(now.getTime() + minuteMs * Math.min(60, 2 ** (attempts - 1)))
}

function toNotice(document: NoticeDocument): Notice {
  const { person, kind, subject, occasion, by, reason, place, due, missing, publishAt } = document
  const details = { by, reason, place, due, missing, publishAt }
  return {
    person,
    kind: kind satisfies NoticeKind,
    subject: subject as Notice['subject'],
    occasion,
    ...Object.fromEntries(
      Object.entries(details).filter(([, value]) => value !== null && value !== undefined),
    ),
  }
}
