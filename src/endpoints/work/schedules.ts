import type { WorkList } from '../../domain/work/index.ts'
import { listed } from './listed.ts'
import type { Desk } from './openDesk.ts'

/** What is to be published by itself, the next first. */
export async function scheduled(desk: Desk): Promise<Omit<WorkList, 'name'>> {
  const open = (await desk.schedules()).flatMap(([subject, { schedule }]) =>
    schedule === undefined
      ? []
      : [{ subject, publishAt: schedule.publishAt, by: schedule.actor.name }],
  )
  return listed(
    desk,
    open.toSorted((one, other) => (one.publishAt < other.publishAt ? -1 : 1)),
  )
}

/** What was to be published by itself and was not, the last first, until somebody sees to it. */
export async function scheduleFailed(desk: Desk): Promise<Omit<WorkList, 'name'>> {
  const failed = (await desk.schedules()).flatMap(([subject, { failedSchedule }]) => {
    if (failedSchedule === undefined) return []
    const { publishAt, at, reason, actor } = failedSchedule
    return [{ subject, publishAt, at, reason, by: actor.name }]
  })
  return listed(
    desk,
    failed.toSorted((one, other) => (one.at > other.at ? -1 : 1)),
  )
}
