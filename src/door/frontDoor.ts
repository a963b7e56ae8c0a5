import type { RequestListener } from 'node:http'
import express from 'express'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { bodyLimit } from './bodyLimit.ts'
import { isApi } from './isApi.ts'
import { isReading } from './isReading.ts'
import { plainPath } from './plainPath.ts'
import { rateLimits } from './rateLimits.ts'
import { refuse } from './refuse.ts'
import { sameOrigin } from './sameOrigin.ts'
import type { HeaderOptions } from './securityHeaders.ts'
import { securityHeaders } from './securityHeaders.ts'

export interface FrontDoorOptions extends HeaderOptions {
  /** Where the admin UI may be open in a browser; the first is its address. */
  readonly origins: readonly string[]
  /** Proxies whose X-Forwarded-For is believed: how many, or which; false is none. */
  readonly trustProxy: false | number | string
  /** Told of what went wrong behind an answer. */
  readonly onProblem: (problem: unknown) => void
}

/**
 * What every request for the admin UI and the API passes first: headers, path, origin, size, rate.
 * Knows no CMS.
 *
 * @param pages - answers whoever is let in
 */
export function frontDoor(options: FrontDoorOptions, pages: RequestListener): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', options.trustProxy)
  app.use(...securityHeaders(options), plainPath)
  if (options.trustProxy === false) app.use(forgetForwarding)
  app.use(sameOrigin(options.origins), bodyLimit, rateLimits())
  // The first administrator comes from the environment, not to whoever is there first.
  app.use('/admin/create-first-user', (_req, res) => {
    res.redirect(303, '/admin/login')
  })
  app.use(refuseStrangersActions)
  app.use((req, res) => pages(req, res))
  app.use(answerFailure(options.onProblem))
  return app
}

/** Anybody can write these; where no proxy is known, nobody's word is taken. */
const forgetForwarding: RequestHandler = (req, _res, next) => {
  for (const name of Object.keys(req.headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-'))
      Reflect.deleteProperty(req.headers, name)
  }
  next()
}

/**
 * Pages act through POST too, and fail with a 500 for whoever has no session. Who brings no cookie
 * has none; the login page asks the API.
 */
const refuseStrangersActions: RequestHandler = (req, res, next) => {
  if (isReading(req.method) || isApi(req.path) || req.headers.cookie !== undefined) {
    next()
    return
  }
  refuse(res, 'not-signed-in', 'Nobody is signed in. Log in first, at /admin/login.')
}

/** Express tells an error handler by its four parameters. */
function answerFailure(onProblem: FrontDoorOptions['onProblem']): ErrorRequestHandler {
  return (problem: unknown, _req, res, next) => {
    onProblem(problem)
    if (res.headersSent) {
      next(problem)
      return
    }
    res.status(500).json({ errors: [{ message: 'Something went wrong. It is not you.' }] })
  }
}
