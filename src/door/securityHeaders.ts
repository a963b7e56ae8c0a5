import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { contentSecurityPolicy, nothingRuns } from './contentSecurityPolicy.ts'
import { isApi } from './isApi.ts'

export interface HeaderOptions {
  /** Whether readers come over TLS: only then are browsers told to insist on it. */
  readonly isSecure: boolean
  readonly isDevelopment: boolean
}

/** Headers on every answer of the admin UI and the API. The feed has its own. */
export function securityHeaders(options: HeaderOptions): readonly RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: false,
      // Subdomains are other people's.
      strictTransportSecurity: options.isSecure && { maxAge: aYear, includeSubDomains: false },
      // Links in texts lead elsewhere: nobody there learns what was being written.
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    policyOf(options),
  ]
}

const aYear = 365 * 24 * 60 * 60

function policyOf({ isDevelopment }: HeaderOptions): RequestHandler {
  return (req, res, next) => {
    if (isApi(req.path)) {
      res.set({ 'Content-Security-Policy': nothingRuns, 'Cache-Control': 'no-store' })
      next()
      return
    }
    const policy = contentSecurityPolicy({
      nonce: randomBytes(18).toString('base64'),
      isDevelopment,
    })
    // Next takes the nonce for its scripts from the request.
    req.headers['content-security-policy'] = policy
    res.set('Content-Security-Policy', policy)
    next()
  }
}
