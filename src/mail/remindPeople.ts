import type { BasePayload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import type { Graph } from '../domain/model/index.ts'
import { knownSubjects, subjectName } from '../domain/model/index.ts'
import type { Notice } from '../domain/notices/index.ts'
import { noticeKey, overdueReminders, reviewReminders } from '../domain/notices/index.ts'
import { isoDate, standingOf } from '../domain/review/index.ts'
import type { Notice as NoticeDocument, User } from '../payload-types.ts'
import { loadLiveGraph } from '../projection/index.ts'
import { inTransaction } from '../records/index.ts'
import { keepNotices } from './keepNotices.ts'

/**
 * Reminds people of reviews that fall due soon and of those they have not done in time. Run it as
 * often as you like: each due date is told once.
 *
 * @returns how many reminders are new
 */
export async function remindPeople(payload: BasePayload, now: Date): Promise<number> {
  const { graph } = await loadLiveGraph({ payload })
  const reminders = remindersIn(graph, await reviewersIn(payload), now)
  if (reminders.length === 0) return 0
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const told = await keysAmong(req, reminders)
    const untold = reminders.filter((notice) => !told.has(noticeKey(notice)))
    await keepNotices(req, untold, now)
    return untold.length
  })
}

function remindersIn(graph: Graph, reviewers: ReadonlySet<string>, now: Date): readonly Notice[] {
  const canReview = (person: string) => reviewers.has(person)
  const dueSoon = knownSubjects(graph)
    .filter(({ isLive }) => isLive)
    .flatMap(({ subject }) => {
      const name = subjectName(subject)
      const standing = standingOf(subject, graph, now)
      return reviewReminders(name, standing, graph.log.get(name) ?? [], canReview)
    })
  const overdue = [...graph.log].flatMap(([name, log]) => overdueReminders(name, log, isoDate(now)))
  return [...dueSoon, ...overdue]
}

/** Keys of those who may sign today. */
async function reviewersIn(payload: BasePayload): Promise<ReadonlySet<string>> {
  const { docs } = await payload.db.find<User>({ collection: 'users', limit: 0, pagination: false })
  return new Set(docs.filter(({ roles }) => roles.includes('reviewer')).map(({ key }) => key))
}

async function keysAmong(
  req: PayloadRequest,
  notices: readonly Notice[],
): Promise<ReadonlySet<string>> {
  const { docs } = await req.payload.db.find<NoticeDocument>({
    collection: 'notices',
    where: { key: { in: notices.map(noticeKey) } },
    limit: 0,
    pagination: false,
    req,
  })
  return new Set(docs.map(({ key }) => key))
}
