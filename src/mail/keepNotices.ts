import type { PayloadRequest } from 'payload'
import type { Notice } from '../domain/notices/index.ts'
import { noticeKey, urgentKinds } from '../domain/notices/index.ts'
import { env } from '../env.ts'
import type { User } from '../payload-types.ts'
import { asRecorder, orConflict } from '../records/index.ts'

const urgentMs = 30_000

/**
 * Keeps what people are to be told until mail has told them, in the transaction of the request. Who
 * has no account or no role any more is not told.
 *
 * @throws a refusal (409) when somebody else keeps the same at this moment
 */
export async function keepNotices(
  req: PayloadRequest,
  notices: readonly Notice[],
  at: Date,
): Promise<void> {
  if (notices.length === 0) return
  const reachable = await peopleWithRoles(req, notices)
  const patienceMs = env.mail.digestMinutes * 60_000
  for (const notice of notices.filter(({ person }) => reachable.has(person))) {
    const waitMs = urgentKinds.includes(notice.kind) ? Math.min(urgentMs, patienceMs) : patienceMs
    const data = {
      ...notice,
      key: noticeKey(notice),
      at: at.toISOString(),
      dueAt: new Date(at.getTime() + waitMs).toISOString(),
      attempts: 0,
    }
    await orConflict(() =>
      asRecorder(req, () => req.payload.create({ collection: 'notices', data, depth: 0, req })),
    )
  }
}

async function peopleWithRoles(
  req: PayloadRequest,
  notices: readonly Notice[],
): Promise<ReadonlySet<string>> {
  const { docs } = await req.payload.db.find<User>({
    collection: 'users',
    where: { key: { in: [...new Set(notices.map(({ person }) => person))] } },
    limit: 0,
    pagination: false,
    req,
  })
  return new Set(docs.filter(({ roles }) => roles.length > 0).map(({ key }) => key))
}
