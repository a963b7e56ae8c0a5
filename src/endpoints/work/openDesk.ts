import type { PayloadRequest } from 'payload'
import type { Actor, SubjectName } from '../../domain/model/index.ts'
import type { Workflow } from '../../domain/review/index.ts'
import { actorOf } from '../../hooks/index.ts'
import { lateSchedules } from './lateSchedules.ts'
import type { ReviewedText } from './reviewedTexts.ts'
import { reviewedTexts } from './reviewedTexts.ts'
import { subjectsIn } from './subjectsIn.ts'

/** How many texts of a list are handed out; their number is told beside. */
export const shownItems = 20

/** One person's desk at one moment. What several lists need is read once, when the first asks. */
export interface Desk {
  readonly req: PayloadRequest
  readonly actor: Actor
  readonly now: Date
  /** The newest texts that are in review, sent back or commented on. */
  readonly texts: () => Promise<readonly ReviewedText[]>
  /** Of these those that this person ever wrote a part of. */
  readonly written: () => Promise<ReadonlySet<SubjectName>>
  /** What is arranged for everything that was scheduled lately. */
  readonly schedules: () => Promise<readonly (readonly [SubjectName, Workflow])[]>
}

export function openDesk(req: PayloadRequest, now: Date): Desk {
  const actor = actorOf(req)
  const texts = once(() => reviewedTexts(req, actor.key))
  const written = once(async () =>
    subjectsIn(req, {
      actorKey: { equals: actor.key },
      action: { equals: 'edit' },
      subject: { in: (await texts()).map(({ subject }) => subject) },
    }),
  )
  const schedules = once(() => lateSchedules(req, now))
  return { req, actor, now, texts, written, schedules }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= read())
}
