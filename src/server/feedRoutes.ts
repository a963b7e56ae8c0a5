import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import type { SiteGate } from '../sites/index.ts'
import { answerError, answerNotFound } from './answerError.ts'
import { aMinute, privateCacheControl } from './cacheControl.ts'
import { expiryWarnings } from './expiryWarnings.ts'
import type { AnswerFile } from './fileAnswers.ts'
import { allowedMethods, feedHeaders } from './feedHeaders.ts'
import { privateVary } from './feedResource.ts'
import type { FeedMetrics } from './feedMetrics.ts'
import type { Followed } from './followStore.ts'
import { mayReadMetrics } from './metricsAccess.ts'
import { guardPrivate, keyChecks } from './keyChecks.ts'
import type { AnswerObject } from './objectAnswers.ts'
import { receiptsPath, takeReceipts } from './takeReceipts.ts'
import type { Tombstone } from './tombstones.ts'

export interface Publisher {
  readonly name: string
  readonly url?: string
}

/** Null when ready, otherwise a sentence that says what is missing. */
export type ReadinessCheck = () => string | null

export interface FeedRoutesOptions {
  readonly followed: Followed
  readonly answerFile: AnswerFile
  readonly answerObject: AnswerObject
  readonly publisher: Publisher | undefined
  readonly readiness: readonly ReadinessCheck[]
  readonly metrics: FeedMetrics
  readonly metricsToken: string | undefined
  readonly siteGate: (() => SiteGate | undefined) | undefined
  readonly trustProxy: false | number | string
  readonly keyRequestsPerMinute: number
  readonly clock: () => Date
  readonly onProblem: (problem: unknown) => void
}

/**
 * Everything the fast path leaves: health, preflights, refusals, and files asked for in an unusual
 * way. What is not below `/feeds` and no health check goes on to the next handler.
 */
export function feedRoutes(options: FeedRoutesOptions): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.enable('case sensitive routing')
  app.enable('strict routing')
  app.set('trust proxy', options.trustProxy)
  app.all('/healthz', readOnly, (_, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  app.all('/readyz', readOnly, answerReadiness(options))
  app.all('/metrics', readOnly, answerMetrics(options))
  const keys = keyChecks(options)
  app.use(receiptsPath, withFeedHeaders, takeReceipts(options, keys))
  app.use('/feeds', withFeedHeaders, answerPreflight, readOnly)
  app.use('/feeds', guardPrivate(options, keys), answerFeed(options))
  app.use(answerFailure(options))
  return app
}

const withFeedHeaders: RequestHandler = (_, res, next) => {
  res.set(feedHeaders)
  next()
}

const aDay = '86400'

/** Fetch standard, CORS-preflight fetch; outside of that, RFC 9110, 9.3.7. */
const answerPreflight: RequestHandler = (req, res, next) => {
  if (req.method !== 'OPTIONS') {
    next()
    return
  }
  res.set({
    Allow: allowedMethods,
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-Match, If-None-Match',
    'Access-Control-Max-Age': aDay,
  })
  res.status(204).end()
}

const readOnly: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') {
    next()
    return
  }
  const isFeed = req.baseUrl === '/feeds'
  answerError(
    res,
    405,
    { code: 'method-not-allowed', message: `Nothing here answers ${req.method}. Use GET.` },
    { Allow: isFeed ? allowedMethods : 'GET, HEAD' },
  )
}

function answerReadiness({ followed, readiness, clock }: FeedRoutesOptions): RequestHandler {
  return (_, res) => {
    const current = followed.current()
    const missing = [
      current === null ? (followed.problem() ?? 'No release is loaded.') : null,
      ...readiness.map((check) => check()),
    ].filter((reason) => reason !== null)
    if (current === null || missing.length > 0) {
      answerError(
        res,
        503,
        { code: 'not-ready', message: missing.join(' ') },
        { 'Retry-After': retrySeconds },
      )
      return
    }
    const problem = followed.problem()
    const { release } = current.opened
    const warnings = expiryWarnings(current.opened, clock())
    res.set('Cache-Control', 'no-store').json({
      ...{ status: 'ready', release },
      ...(problem !== null && { problem }),
      ...(warnings.length > 0 && { warnings }),
    })
  }
}

function answerMetrics({ metrics, metricsToken }: FeedRoutesOptions): RequestHandler {
  return async (req, res) => {
    if (!mayReadMetrics(req, metricsToken)) {
      const message =
        metricsToken === undefined
          ? 'These numbers are for programs of this machine. Set METRICS_TOKEN to read them from elsewhere.'
          : 'These numbers are for whoever sends METRICS_TOKEN, as "Authorization: Bearer …".'
      const challenge = { 'WWW-Authenticate': 'Bearer realm="metrics"' }
      answerError(res, 401, { code: 'key-needed', message }, challenge)
      return
    }
    const text = await metrics.text()
    res.set({ 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).send(text)
  }
}

const retrySeconds = '2'

function answerFeed({
  followed,
  answerFile,
  answerObject,
  publisher,
}: FeedRoutesOptions): RequestHandler {
  return (req, res) => {
    const release = followed.current()
    if (release === null) {
      answerError(
        res,
        503,
        { code: 'not-ready', message: 'The first release is not there yet. Try again shortly.' },
        { 'Retry-After': retrySeconds },
      )
      return
    }
    const path = req.baseUrl + req.path
    const isPrivate = release.guardAt(path) !== undefined
    if (isPrivate) res.set('Vary', privateVary)
    const resource = release.resourceAt(path)
    if (resource !== undefined) {
      answerFile(isPrivate ? resource.forKeyHolders() : resource, req, res)
      return
    }
    if (answerObject(path, req, res)) return
    const tombstone = release.tombstoneAt(path)
    if (tombstone !== undefined) {
      answerError(
        res,
        410,
        {
          code: 'withdrawn',
          message: farewellTo(tombstone),
        },
        { 'Cache-Control': isPrivate ? privateCacheControl(aMinute) : aMinute },
        { tombstone, ...(publisher !== undefined && { publisher }) },
      )
      return
    }
    answerNotFound(res)
  }
}

/** Says when and why an item left, and what takes its place. */
function farewellTo(tombstone: Tombstone): string {
  const { kind, channel, date, reason, supersededBy } = tombstone
  const successor =
    supersededBy === undefined
      ? ''
      : ` The ${supersededBy.kind} ${supersededBy.key} takes its place.`
  return `This ${kind} was withdrawn from ${channel} on ${date.slice(0, 10)}: ${reason}${successor}`
}

/** Express tells an error handler by its four parameters. */
function answerFailure({ onProblem }: FeedRoutesOptions): ErrorRequestHandler {
  return (problem: unknown, _req, res, next) => {
    onProblem(problem)
    if (res.headersSent) {
      next(problem)
      return
    }
    answerError(res, 500, { code: 'internal', message: 'The server failed to answer.' })
  }
}
