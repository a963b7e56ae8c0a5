import type { Request, RequestHandler, Response } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { KeptKey, KeyProblem, KeyScope, SiteGate } from '../sites/index.ts'
import { answerError } from './answerError.ts'
import type { Followed } from './followStore.ts'
import { satisfies } from './privateFiles.ts'

export interface KeyChecksOptions {
  readonly siteGate: (() => SiteGate | undefined) | undefined
  readonly keyRequestsPerMinute: number
  readonly clock: () => Date
}

export interface KeyChecks {
  /** Lets in who sends a key that is good for something; counts who does not. */
  readonly known: readonly RequestHandler[]
  readonly gateOf: () => SiteGate | undefined
}

const windowMs = 60_000

/** Requests a minute with a key that is none, from one address. A key has 256 bits: it is for the log. */
const failuresPerMinute = 60

/** The key that a request came with; only behind `known`. */
export function keyOf(res: Response): KeptKey {
  return (res.locals as { siteKey: KeptKey }).siteKey
}

/** Which key of which site an answer was given for, if it was; outside of Express too. */
export function keyUsed(res: unknown): { readonly site?: string; readonly prefix?: string } {
  const { locals } = res as { locals?: { siteKey?: KeptKey } }
  const key = locals?.siteKey
  return key === undefined ? {} : { site: key.site.key, prefix: key.prefix }
}

/** Checks of keys, with their limits, which all that needs a key has in common. */
export function keyChecks(options: KeyChecksOptions): KeyChecks {
  const { siteGate, keyRequestsPerMinute, clock } = options
  const gateOf = (): SiteGate | undefined => siteGate?.()
  const failures = limited(
    failuresPerMinute,
    'requests without a key that counts, from your address',
    {},
  )
  const requests = limited(keyRequestsPerMinute, 'requests with your key', {
    keyGenerator: (_req, res) => keyOf(res).id,
  })
  const findKey: RequestHandler = (req, res, next) => {
    const gate = gateOf()
    if (gate === undefined) {
      if (siteGate === undefined) answerNoKeys(res)
      else answerStarting(res)
      return
    }
    const clear = bearerToken(req)
    const found = clear === undefined ? undefined : gate.keyOf(clear, clock())
    if (found?.ok !== true) {
      // Counted only here: whoever shares an address with them and has a key is not held up.
      const refuse = (): void => {
        if (found === undefined) answerUnauthorized(res, 'key-needed', needed, '')
        else answerUnauthorized(res, 'key-invalid', whyNot[found.problem], 'invalid_token')
      }
      inTurn([failures], req, res, refuse, next)
      return
    }
    ;(res.locals as { siteKey?: KeptKey }).siteKey = found.key
    gate.used(found.key)
    next()
  }
  return { known: [findKey, requests], gateOf }
}

/** Lets through what needs no key, and whoever has the key for the rest. */
export function guardPrivate(
  { followed }: { readonly followed: Followed },
  { known }: KeyChecks,
): RequestHandler {
  return (req, res, next) => {
    const guard = followed.current()?.guardAt(req.baseUrl + req.path)
    if (guard === undefined) {
      next()
      return
    }
    inTurn(
      known,
      req,
      res,
      () => {
        const { channels, scopes } = keyOf(res)
        if (scopes.includes('read') && satisfies(guard, channels)) next()
        else answerOutOfScope(res, 'read', guard.channels)
      },
      next,
    )
  }
}

/** Runs handlers one after the other, then what is behind them. */
export function inTurn(
  handlers: readonly RequestHandler[],
  req: Request,
  res: Response,
  behind: () => void,
  fail: (error: unknown) => void,
): void {
  const [first, ...rest] = handlers
  if (first === undefined) {
    behind()
    return
  }
  void first(req, res, (error?: unknown) => {
    if (error === undefined || error === null) inTurn(rest, req, res, behind, fail)
    else fail(error)
  })
}

const needed =
  'This needs a key: send it as "Authorization: Bearer cgk_…". The publisher gives keys to sites.'

const whyNot: Readonly<Record<KeyProblem, string>> = {
  unknown: 'Nobody was given this key. See that it is whole, or ask the publisher for another.',
  revoked: 'This key was revoked. Ask the publisher for another.',
  expired: 'This key has expired. Ask the publisher for another.',
  retired: 'The site of this key takes the feed no longer. Ask the publisher.',
}

/** RFC 6750, 2.1. Keys in addresses end up in logs: they are not looked for there. */
function bearerToken({ headers }: Request): string | undefined {
  return /^Bearer(?: +(\S*))? *$/i.exec(headers.authorization ?? '')?.[1]
}

/** RFC 6750, 3: who sends no key is told of none that is wrong. */
function answerUnauthorized(
  res: Response,
  code: 'key-needed' | 'key-invalid',
  message: string,
  error: '' | 'invalid_token',
): void {
  const problem = error === '' ? '' : `, error="${error}", error_description="${message}"`
  answerError(res, 401, { code, message }, { 'WWW-Authenticate': `${challenge}${problem}` })
}

const challenge = 'Bearer realm="feeds"'

export function answerOutOfScope(
  res: Response,
  scope: KeyScope,
  channels: readonly string[],
): void {
  const scopes = channels.map((channel) => `${scope}:${channel}`).join(' ')
  const message =
    scope === 'read'
      ? 'This key does not open this part of the feed. Ask the publisher for one that does.'
      : 'With this key no receipts are sent. Ask the publisher for one that is for receipts too.'
  answerError(
    res,
    403,
    { code: 'key-scope', message },
    { 'WWW-Authenticate': `${challenge}, error="insufficient_scope", scope="${scopes}"` },
  )
}

function answerNoKeys(res: Response): void {
  answerError(res, 403, {
    code: 'private-channel',
    message:
      'This is for sites with a key, and this server knows none: it serves a store alone. Ask the installation itself.',
  })
}

function answerStarting(res: Response): void {
  answerError(
    res,
    503,
    { code: 'not-ready', message: 'The keys of sites are not loaded yet. Try again shortly.' },
    { 'Retry-After': '2' },
  )
}

/** At most so many requests a minute. */
export function limited(
  limit: number,
  what: string,
  more: Parameters<typeof rateLimit>[0],
): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // Where no proxy is known, nobody's word on addresses is taken; that is no mistake.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    ...more,
    // It sets Retry-After before it hands over.
    handler: (_req, res) => {
      answerError(res, 429, {
        code: 'too-many',
        message: `Too many ${what}: ${String(limit)} in a minute are taken. Wait a minute and try again.`,
      })
    },
  })
}
