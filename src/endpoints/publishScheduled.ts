import type { BasePayload } from 'payload'
import { APIError, createLocalReq } from 'payload'
import { subjectName } from '../domain/model/index.ts'
import type { Schedule } from '../domain/review/index.ts'
import { judgeScheduled } from '../domain/review/index.ts'
import { actorOf, newestDocument, refreshStanding } from '../hooks/index.ts'
import type { User } from '../payload-types.ts'
import type { GatedSlug } from '../projection/index.ts'
import { appendToLog, gateActor, inTransaction } from '../records/index.ts'
import { refusal } from '../refusal.ts'
import { changeLive } from './changeLive.ts'
import { situationOf } from './situationOf.ts'

/** A scheduled publication, as its job names it. */
export interface ScheduledPublication {
  readonly slug: GatedSlug
  readonly id: string
  /** Sequence of the log entry that scheduled it. */
  readonly schedule: number
}

/** `overtaken`: the log holds the schedule no more, so there was nothing to do. */
export type ScheduleOutcome = 'published' | 'failed' | 'overtaken'

/**
 * Publishes what the log holds as scheduled, as the person who scheduled it, with the roles they
 * have now and exactly the text they named, if the gate lets it through at this moment. A refusal is
 * written into the log, where editors see it. Safe to call again: a schedule ends once.
 *
 * @throws what went wrong in the world; nothing was published then, and trying again is right
 */
export async function publishScheduled(
  payload: BasePayload,
  publication: ScheduledPublication,
  now: Date,
): Promise<ScheduleOutcome> {
  const schedule = await openSchedule(payload, publication, now)
  if (schedule === undefined) return 'overtaken'
  try {
    return await publishFor(payload, publication, schedule, now)
  } catch (error) {
    if (!isAnswer(error)) throw error
    return await failSchedule(payload, publication, error.message, now)
  }
}

/** Ends a schedule that cannot be kept: in the log, with the reason. */
export async function failSchedule(
  payload: BasePayload,
  publication: ScheduledPublication,
  reason: string,
  now: Date,
): Promise<ScheduleOutcome> {
  const { slug, id } = publication
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    if ((await openSchedule(payload, publication, now, req)) === undefined) return 'overtaken'
    const { situation } = await situationOf(req, slug, id, now)
    const { subject, graph, standing } = situation
    await appendToLog(
      req,
      {
        at: now.toISOString(),
        subject: subjectName(subject),
        action: 'schedule-failed',
        contentHash: standing.contentHash,
        actor: gateActor,
        reason,
        refersTo: publication.schedule,
      },
      { subject, graph },
    )
    await refreshStanding(req, slug, id, now)
    return 'failed'
  })
}

async function openSchedule(
  payload: BasePayload,
  { slug, id, schedule }: ScheduledPublication,
  now: Date,
  within?: Awaited<ReturnType<typeof createLocalReq>>,
): Promise<Schedule | undefined> {
  const req = within ?? (await createLocalReq({}, payload))
  if ((await newestDocument(req, slug, id)) === undefined) return undefined
  const { situation } = await situationOf(req, slug, id, now)
  const open = situation.workflow.schedule
  return open?.id === schedule ? open : undefined
}

async function publishFor(
  payload: BasePayload,
  { slug, id, schedule }: ScheduledPublication,
  { actor, contentHash }: Schedule,
  now: Date,
): Promise<ScheduleOutcome> {
  const user = await personBehind(payload, actor.key, now)
  const req = await createLocalReq({ user }, payload)
  return inTransaction(req, async () => {
    const reviewed = await situationOf(req, slug, id, now)
    if (reviewed.situation.workflow.schedule?.id !== schedule) return 'overtaken'
    const judgement = judgeScheduled(actorOf(req), reviewed.situation, contentHash)
    if (!judgement.allowed) throw refusal(judgement.code, judgement.message)
    await changeLive(req, slug, id, { action: 'publish', refersTo: schedule })
    return 'published'
  })
}

/** The account as it is now: what somebody may not do any more, their schedule may not either. */
async function personBehind(payload: BasePayload, key: string, now: Date): Promise<User> {
  const user = await payload.db.findOne<User>({
    collection: 'users',
    where: { key: { equals: key } },
  })
  if (user === null) {
    throw refusal('role', `The account that scheduled this (${key}) is gone. Schedule it again.`)
  }
  const { lockUntil } = user
  if (lockUntil !== null && lockUntil !== undefined && new Date(lockUntil) > now) {
    throw refusal(
      'role',
      `The account of ${user.name}, who scheduled this, was locked at that moment after too many wrong passwords. Schedule it again.`,
    )
  }
  return { ...user, collection: 'users' }
}

/** An answer to the person; a conflict is none, the same may pass a moment later. */
function isAnswer(error: unknown): error is APIError {
  if (!(error instanceof APIError)) return false
  const { code } = error.data as { code?: string }
  return code !== undefined && code !== 'conflict'
}
