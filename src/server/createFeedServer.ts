import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Express } from 'express'
import type { SiteGate } from '../sites/index.ts'
import type { ReleaseStore } from '../store/index.ts'
import { answerError } from './answerError.ts'
import { feedMetrics } from './feedMetrics.ts'
import { type Publisher, type ReadinessCheck, feedRoutes } from './feedRoutes.ts'
import { fileAnswers } from './fileAnswers.ts'
import { followStore } from './followStore.ts'
import { keyUsed } from './keyChecks.ts'
import { namesOneHost } from './oneHost.ts'
import { objectAnswers } from './objectAnswers.ts'

/** A request that was answered, as far as it is logged. */
export interface Answered {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly status: number
  readonly ms: number
  /** The site whose key was used, and the first characters of the key. */
  readonly site?: string
  readonly prefix?: string
}

export interface FeedServerOptions {
  readonly store: ReleaseStore
  /** How much memory read and coded files may take; 64 MiB unless said otherwise. */
  readonly cacheBytes?: number
  /** How often the store is asked for a new release; 500 ms unless said otherwise. */
  readonly pollMs?: number
  /** Named where an item was withdrawn, since the item itself no longer says whose it was. */
  readonly publisher?: Publisher
  /** What else has to be ready before `/readyz` says so. */
  readonly readiness?: readonly ReadinessCheck[]
  /** By it `/readyz` warns before signatures expire. */
  readonly clock?: () => Date
  /**
   * Who knows the keys of private channels, undefined until it is there. Without this server serves
   * none of them, and takes no receipts.
   */
  readonly siteGate?: () => SiteGate | undefined
  /** Proxies whose word on a caller's address is taken: how many, or which; none otherwise. */
  readonly trustProxy?: false | number | string
  /** How many requests a minute one key may make; 30,000 unless said otherwise. */
  readonly keyRequestsPerMinute?: number
  /** Who sends it reads `/metrics`; without one only programs of this machine do. */
  readonly metricsToken?: string | undefined
  /** Told of every request once it is answered. */
  readonly onAnswered?: ((answered: Answered) => void) | undefined
  /** Told of everything that went wrong behind an answer, once per problem where it lasts. */
  readonly onProblem?: (problem: unknown) => void
}

export interface FeedServer {
  /**
   * The fast path: answers GET and HEAD of a current feed file, or of an object of the store by its
   * name, and says true; leaves everything else untouched and says false.
   */
  readonly feedHandler: (req: IncomingMessage, res: ServerResponse) => boolean
  /** All other answers below `/feeds`, `/healthz` and `/readyz`; the rest goes to its `next`. */
  readonly app: Express
  /**
   * Fast path, then `app`, then the fallback, or 404 where there is none. What no server may answer
   * is refused first.
   */
  readonly listener: (fallback?: RequestListener) => RequestListener
  /** Number of the release being served, null before the first. */
  readonly release: () => number | null
  /** Looks for a new release now; resolves when it is being served. */
  readonly refresh: () => Promise<void>
  /** Stops looking for releases. */
  readonly close: () => void
}

/** Builds the server of a store's current release. It does not listen: whoever calls it does. */
export function createFeedServer(options: FeedServerOptions): FeedServer {
  const { store, cacheBytes = 64 * 1024 * 1024, pollMs = 500, readiness = [] } = options
  const onProblem = options.onProblem ?? (() => undefined)
  const followed = followStore(store, pollMs, onProblem)
  const answerFile = fileAnswers({ store, cacheBytes, onProblem })
  const answerObject = objectAnswers({ store, followed, answerFile, onProblem })
  const { publisher, clock = () => new Date() } = options
  const answers = { followed, answerFile, answerObject }
  const metrics = feedMetrics({ followed, siteGate: options.siteGate, clock })
  const app = feedRoutes({
    ...answers,
    ...{ metrics, metricsToken: options.metricsToken },
    ...{ publisher, readiness, clock, onProblem },
    siteGate: options.siteGate,
    trustProxy: options.trustProxy ?? false,
    keyRequestsPerMinute: options.keyRequestsPerMinute ?? 30_000,
  })

  const feedHandler = (req: IncomingMessage, res: ServerResponse): boolean => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false
    const path = pathOf(req.url)
    const release = followed.current()
    // Whether somebody may have it is looked into where there is time for that.
    if (release?.guardAt(path) !== undefined) return false
    const resource = release?.resourceAt(path)
    if (resource === undefined) return answerObject(path, req, res)
    answerFile(resource, req, res)
    return true
  }

  const answerFast = (req: IncomingMessage, res: ServerResponse): boolean => {
    if (namesOneHost(req)) return feedHandler(req, res)
    answerError(res, 400, { code: 'bad-request', message: 'Send one Host field.' })
    return true
  }

  const { onAnswered } = options
  const noteAnswer = (req: IncomingMessage, res: ServerResponse): (() => void) => {
    const { url, method = '' } = req
    const began = onAnswered === undefined ? 0 : performance.now()
    return () => {
      const path = pathOf(url)
      metrics.count(path, res.statusCode)
      if (onAnswered === undefined) return
      const ms = Math.round(performance.now() - began)
      onAnswered({ method, path, status: res.statusCode, ms, ...keyUsed(res) })
    }
  }

  // Express gives plain requests its own methods itself; its types want them there before.
  const handOn = app as unknown as (
    req: IncomingMessage,
    res: ServerResponse,
    next: () => void,
  ) => void

  return {
    feedHandler,
    app,
    listener: (fallback) => (req, res) => {
      const note = noteAnswer(req, res)
      const isAnswered = answerFast(req, res)
      // Most answers are out by now: nothing has to be waited for.
      if (res.writableEnded) note()
      else res.once('close', note)
      if (isAnswered) return
      handOn(req, res, () => {
        if (fallback) fallback(req, res)
        else answerError(res, 404, { code: 'not-found', message: 'There is nothing here.' })
      })
    },
    release: () => followed.current()?.opened.release ?? null,
    refresh: followed.refresh,
    close: followed.stop,
  }
}

/** A URL without its query. */
function pathOf(url = ''): string {
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query)
}
