import type { Endpoint } from 'payload'
import { actorOf } from '../hooks/index.ts'
import { standings } from '../siteRecords/index.ts'

/** `GET /api/sites/standings`: which release each site says it has applied, and how far it is behind. */
export const siteStandings: Endpoint = {
  path: '/standings',
  method: 'get',
  handler: async (req) => {
    actorOf(req)
    return Response.json(await standings(req.payload), { headers: { 'Cache-Control': 'no-store' } })
  },
}
