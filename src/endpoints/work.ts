import type { Endpoint, PayloadRequest } from 'payload'
import type { WorkList, WorkListName } from '../domain/work/index.ts'
import { workListsFor } from '../domain/work/index.ts'
import { actorOf } from '../hooks/index.ts'
import { dueSoon } from './work/dueSoon.ts'
import { openDesk } from './work/openDesk.ts'
import type { Desk } from './work/openDesk.ts'
import { scheduled, scheduleFailed } from './work/schedules.ts'
import { sentBack } from './work/sentBack.ts'
import { waiting } from './work/waiting.ts'
import { withheld } from './work/withheld.ts'
import { commentedOn } from './work/commentedOn.ts'

/** `GET /api/work`: what waits for the person who asks, list by list, for the dashboard. */
export const workEndpoint: Endpoint = {
  path: '/work',
  method: 'get',
  handler: async (req: PayloadRequest) => {
    const { roles } = actorOf(req)
    const desk = openDesk(req, new Date())
    const lists: WorkList[] = []
    for (const name of workListsFor(roles)) lists.push({ name, ...(await read[name](desk)) })
    return Response.json({ lists }, { headers: { 'Cache-Control': 'no-store' } })
  },
}

const read: Readonly<Record<WorkListName, (desk: Desk) => Promise<Omit<WorkList, 'name'>>>> = {
  waiting,
  sentBack,
  comments: commentedOn,
  failed: scheduleFailed,
  withheld,
  scheduled,
  due: dueSoon,
}
