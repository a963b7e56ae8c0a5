import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload'
import { z } from 'zod'
import { hasRole } from '../access/index.ts'
import { makeSecret, secretViews, sendAgain, sendTest } from '../delivery/index.ts'
import type { KnownDelivery } from '../delivery/index.ts'
import type { Role } from '../domain/model/index.ts'
import { refusal } from '../refusal.ts'
import { parseBody } from './parseBody.ts'

const day = 24
const longestOverlap = 7 * day

const secretRequest = z.strictObject({
  /** For how many hours the secrets before the new one go on signing. */
  overlapHours: z.number().min(0).max(longestOverlap).default(day),
})

const nothing = z.strictObject({})

const clock = () => new Date()

/**
 * Of a webhook, for administrators: `GET /api/webhooks/{id}/secret` says which secrets sign, by their
 * fingerprints; `POST` makes a new one and shows it this once. `POST …/test` tries the webhook out.
 */
export const webhookEndpoints: Endpoint[] = [
  {
    path: '/:id/secret',
    method: 'get',
    handler: answeringFor(['admin'], async (req, id) => ({
      secrets: await secretViews(req, id, clock()),
    })),
  },
  {
    path: '/:id/secret',
    method: 'post',
    handler: answeringFor(['admin'], async (req, id) => {
      const { overlapHours } = await parseBody(req, secretRequest)
      return makeSecret(req, id, overlapHours, clock())
    }),
  },
  {
    path: '/:id/test',
    method: 'post',
    handler: answeringFor(['admin'], async (req, id) => {
      await parseBody(req, nothing)
      return outcomeOf(await sendTest(req, id, { clock }))
    }),
  },
]

/**
 * `POST /api/deliveries/{id}/resend` sends a delivery again. For administrators, and for editors: who
 * withdraws a text may have to tell a site that did not hear of it.
 */
export const deliveryEndpoints: Endpoint[] = [
  {
    path: '/:id/resend',
    method: 'post',
    handler: answeringFor(['admin', 'editor'], async (req, id) => {
      await parseBody(req, nothing)
      return outcomeOf(await sendAgain(req, id, { clock }))
    }),
  },
]

function outcomeOf({ state, problem, attempts, dueAt }: KnownDelivery): object {
  const last = attempts?.at(-1) ?? null
  return { state, problem: problem ?? null, attempt: last, dueAt: dueAt ?? null }
}

type Answer = (req: PayloadRequest, id: string) => Promise<object>

function answeringFor(roles: readonly Role[], answer: Answer): PayloadHandler {
  return async (req) => {
    if (!hasRole(req.user, ...roles)) {
      throw refusal('role', `This is for ${roles.map((role) => `${role}s`).join(' and ')}.`)
    }
    const body = await answer(req, String(req.routeParams?.['id']))
    return Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
  }
}
