import type { BasePayload, Endpoint } from 'payload'
import { z } from 'zod'
import { codeOf, sendResetLink } from '../mail/index.ts'
import type { User } from '../payload-types.ts'
import { parseBody } from './parseBody.ts'

const lifetimeMs = 60 * 60_000
const pauseMs = 60_000

const body = z.object({ email: z.string().trim().toLowerCase().min(1).max(254) })

let work: Promise<unknown> = Promise.resolve()

/**
 * `POST /api/users/forgot-password`, in the place of Payload's own: that one holds a transaction
 * open while a mail server makes up its mind, waits inside of it for a second writer (on SQLite:
 * for itself, a minute long), and makes a link without a host. The answer comes before the work,
 * so that neither its words nor its time tell whether there is such an account.
 */
export const forgotPassword: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    const { email } = await parseBody(req, body)
    const { payload } = req
    work = work.then(() => makeLink(payload, email)).catch(reporting(payload))
    return Response.json({ message: 'Success' }, { headers: { 'Cache-Control': 'no-store' } })
  },
}

/** One after the other, so that the second of two requests finds what the first one did. */
async function makeLink(payload: BasePayload, email: string): Promise<void> {
  if (await wasJustAsked(payload, email)) return
  // Null for an address without an account.
  const token = (await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
    expiration: lifetimeMs,
  })) as string | null
  // The next one does not wait for the mail server.
  if (token !== null) sendResetLink(payload, email, token).catch(reporting(payload))
}

/** Whether a link went out within the last minute: nobody's mailbox is filled by asking. */
async function wasJustAsked(payload: BasePayload, email: string): Promise<boolean> {
  const user = await payload.db.findOne<User>({
    collection: 'users',
    where: { email: { equals: email } },
  })
  const expires = user?.resetPasswordExpiration
  return (
    expires !== null &&
    expires !== undefined &&
    new Date(expires).getTime() > Date.now() + lifetimeMs - pauseMs
  )
}

function reporting(payload: BasePayload): (error: unknown) => void {
  return (error) => {
    payload.logger.error(`A link to a new password could not be sent (${codeOf(error)}).`)
  }
}
