import type { BasePayload, Endpoint } from 'payload'
import { z } from 'zod'
import { codeOf, sendResetLink } from '../mail/index.ts'
import type { User } from '../payload-types.ts'
import { parseBody } from './parseBody.ts'

const lifetimeMs = 60 * 60_000
const pauseMs = 60_000

/**
 * `POST /api/users/forgot-password`, in the place of Payload's own: that one holds a transaction
 * open while a mail server makes up its mind, waits inside of it for a second writer (on SQLite:
 * for itself), and makes a link without a host. The answer is the same whether there is such an
 * account or not, and does not wait for the mail.
 */
export const forgotPassword: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    const { email } = await parseBody(req, z.object({ email: z.string().trim().max(254) }))
    const { payload } = req
    if (!(await wasJustAsked(payload, email))) {
      // Null for an address without an account.
      const token = (await payload.forgotPassword({
        collection: 'users',
        data: { email },
        disableEmail: true,
        expiration: lifetimeMs,
      })) as string | null
      if (token !== null) {
        sendResetLink(payload, email, token).catch((error: unknown) => {
          payload.logger.error(`A link to a new password could not be sent (${codeOf(error)}).`)
        })
      }
    }
    return Response.json({ message: 'Success' }, { headers: { 'Cache-Control': 'no-store' } })
  },
}

/** Whether a link went out within the last minute: nobody's mailbox is filled by asking. */
async function wasJustAsked(payload: BasePayload, email: string): Promise<boolean> {
  const user = await payload.db.findOne<User>({
    collection: 'users',
    where: { email: { equals: email.toLowerCase() } },
  })
  const expires = user?.resetPasswordExpiration
  return (
    expires !== null &&
    expires !== undefined &&
    new Date(expires).getTime() > Date.now() + lifetimeMs - pauseMs
  )
}
