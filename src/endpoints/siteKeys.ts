import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { hasRole } from '../access/index.ts'
import { actorOf } from '../hooks/index.ts'
import { refusal } from '../refusal.ts'
import { issueKey, revokeKey } from '../siteRecords/index.ts'
import { keyScopes } from '../sites/index.ts'
import { parseBody } from './parseBody.ts'

const names = z.array(z.string().min(1).max(80)).min(1).max(100)
const wish = z.strictObject({
  site: z.string().min(1).max(80),
  channels: names,
  scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
})

const notKept = { 'Cache-Control': 'no-store' }

/**
 * `POST /api/site-keys/issue`: makes a key for a site and answers with it, the only time that anybody
 * sees it. `{ key, record }`.
 */
export const issueSiteKey: Endpoint = {
  path: '/issue',
  method: 'post',
  handler: async (req) => {
    const by = administrator(req)
    const { expiresAt, ...asked } = await parseBody(req, wish)
    if (expiresAt !== undefined && Date.parse(expiresAt) <= Date.now()) {
      throw refusal('malformed', `expiresAt is ${expiresAt}, which is past. Nothing was done.`)
    }
    const { clear, record } = await issueKey(req, { ...asked, expiresAt }, by)
    return Response.json({ key: clear, record }, { status: 201, headers: notKept })
  },
}

/** `POST /api/site-keys/{id}/revoke`: from the answer on, the key opens nothing. `{ record }`. */
export const revokeSiteKey: Endpoint = {
  path: '/:id/revoke',
  method: 'post',
  handler: async (req) => {
    const by = administrator(req)
    const record = await revokeKey(req, String(req.routeParams?.['id']), by, new Date())
    return Response.json({ record }, { headers: notKept })
  },
}

/** The key of the administrator who asks. */
function administrator(req: PayloadRequest): string {
  const { key } = actorOf(req)
  if (hasRole(req.user, 'admin')) return key
  throw refusal('role', 'Keys of sites are made and revoked by administrators. Ask one.')
}
