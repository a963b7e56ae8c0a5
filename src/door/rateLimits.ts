import { Router } from 'express'
import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { refuse } from './refuse.ts'

/**
 * How often one address may knock in a minute, kept in the memory of this process. A newsroom
 * shares an address: the numbers hinder programs that try out, not people who work. Guesses at one
 * account's password are counted elsewhere, whatever the address.
 */
export function rateLimits(): RequestHandler {
  // The CMS reads capitals and a slash at the end the same way.
  const router = Router({ caseSensitive: false, strict: false })
  router.post('/api/users/login', perMinute(60, 'logins that failed', true))
  router.post(
    ['/api/users/forgot-password', '/api/users/reset-password', '/api/users/unlock'],
    perMinute(20, 'requests about passwords'),
  )
  router.post('/api/:collection/:id/review', perMinute(1200, 'steps of reviews'))
  router.post(
    ['/api/webhooks/:id/test', '/api/deliveries/:id/resend'],
    perMinute(60, 'webhooks sent by hand'),
  )
  return router
}

function perMinute(limit: number, what: string, countsFailuresOnly = false): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    skipSuccessfulRequests: countsFailuresOnly,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // It sets Retry-After before it hands over.
    handler: (_req, res) =>
      refuse(
        res,
        'too-many',
        `Too many ${what} from your address: ${String(limit)} in a minute are taken. Wait a minute and try again.`,
      ),
  })
}
