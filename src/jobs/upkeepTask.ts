import type { BasePayload, TaskConfig } from 'payload'
import { createLocalReq } from 'payload'
import { pruneDeliveries } from '../delivery/index.ts'
import { isoDate } from '../domain/review/index.ts'
import { queueRelease } from '../hooks/index.ts'
import { keepSigned, keepTidy } from '../publish/index.ts'
import { inTransaction } from '../records/index.ts'
import { wakeOverdueSchedules } from './wakeOverdueSchedules.ts'

/**
 * What time brings without anybody acting. Once an hour, and at a start: schedules whose job was
 * lost are woken, and the release is signed anew in time; on a new day a release is queued, so that
 * what fails by the date alone leaves, and what no kept release needs is removed from the store, old
 * deliveries from the database.
 */
export const upkeepTask: TaskConfig<'upkeep'> = {
  slug: 'upkeep',
  inputSchema: [{ name: 'lastDay', type: 'text' }],
  handler: async ({ input, req: { payload } }) => {
    await keepUp(payload, input.lastDay ?? '', new Date())
    return { output: {} }
  },
}

/** @param lastDay - the UTC day up to which it has been done; empty: none */
export async function keepUp(payload: BasePayload, lastDay: string, now: Date): Promise<void> {
  const today = isoDate(now)
  // Both or neither: a day whose release was not queued is not over.
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    await req.payload.jobs.queue({
      task: 'upkeep',
      input: { lastDay: today },
      queue: 'clock',
      waitUntil: nextHour(now),
      req,
    })
    if (lastDay !== today) await queueRelease(req)
  })
  await wakeOverdueSchedules(payload, now)
  await keepSigned(payload, now)
  if (lastDay === today) return
  await keepTidy(payload, now)
  await pruneDeliveries(payload, now)
}

/** Shortly after the full hour, so that the first one of a day comes with the day. */
function nextHour(now: Date): Date {
  const hour = 3_600_000
  return new Date((Math.floor(now.getTime() / hour) + 1) * hour + 1000)
}
