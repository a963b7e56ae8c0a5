import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'
import { isReading } from './isReading.ts'
import { refuse } from './refuse.ts'

/**
 * Refuses what a page of another site sends with its visitor's session (cross-site request forgery).
 * Programs that send a token and no cookie have no origin and are not concerned.
 *
 * @param origins - of the admin UI
 */
export function sameOrigin(origins: readonly string[]): RequestHandler {
  return (req, res, next) => {
    if (isReading(req.method)) {
      // Browsers leave this header out over plain HTTP, programs always; a reading needs no proof.
      if (req.headers.origin === undefined) req.headers['sec-fetch-site'] ??= 'none'
      next()
      return
    }
    if (!isForeign(req.headers, origins)) {
      next()
      return
    }
    refuse(
      res,
      'foreign-origin',
      `This request comes from a page of another site (${whereFrom(req.headers)}), so nothing was done. Open the admin UI at ${origins[0] ?? ''}; if that is not its address, set PUBLIC_URL to it.`,
    )
  }
}

/**
 * Whether a browser says that another site's page sent the request. A token in the Authorization
 * header is nothing that a browser adds by itself.
 */
function isForeign(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  if (headers.authorization !== undefined && headers.cookie === undefined) return false
  if (headers.origin !== undefined) return !origins.includes(headers.origin)
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}

function whereFrom(headers: IncomingHttpHeaders): string {
  return headers.origin === undefined || headers.origin === 'null'
    ? 'it does not say which'
    : headers.origin.slice(0, 200)
}
