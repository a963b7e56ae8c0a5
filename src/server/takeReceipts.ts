import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import express from 'express'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Receipt, ReceiptAnswer } from '../sites/index.ts'
import { countOutcome } from '../sites/index.ts'
import { answerError } from './answerError.ts'
import type { Followed } from './followStore.ts'
import type { KeyChecks } from './keyChecks.ts'
import { answerOutOfScope, keyOf, limited } from './keyChecks.ts'

/** Where sites say what they have applied. */
export const receiptsPath = '/feeds/v1/receipts'

const receiptsPerMinute = 120

/** What a receipt looks like: JSON Schema 2020-12, as it stands in docs/pulling.md. */
const receiptSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['channels', 'release', 'digest', 'appliedAt'],
  properties: {
    channels: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      items: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 },
    },
    release: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
    digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    appliedAt: { type: 'string', format: 'date-time' },
  },
} as const

/** A receipt as it is sent. */
interface SentReceipt extends Omit<Receipt, 'appliedAt'> {
  readonly appliedAt: string
}

const ajv = new Ajv2020()
addFormats(ajv)
const isReceipt = ajv.compile<SentReceipt>(receiptSchema)

/** `POST /feeds/v1/receipts`, with a key that is for receipts. */
export function takeReceipts(
  { followed }: { readonly followed: Followed },
  { known, gateOf }: KeyChecks,
): express.Router {
  const router = express.Router({ strict: true, caseSensitive: true })
  const perKey = limited(receiptsPerMinute, 'receipts with your key', {
    keyGenerator: (_req, res) => keyOf(res).id,
  })
  router.post('/', ...known, forReceipts, perKey, inJson, express.json({ limit: largest }))
  router.post('/', async (req, res) => {
    const sent: unknown = req.body
    const gate = gateOf()
    if (!isReceipt(sent) || gate === undefined) {
      answerError(res, 400, { code: 'malformed', message: malformed() })
      return
    }
    const current = followed.current()?.opened ?? null
    const receipt = { ...sent, appliedAt: new Date(sent.appliedAt) }
    const received = await gate.receive(keyOf(res), receipt, current)
    countOutcome('receipt', received.ok ? 'taken' : 'refused')
    answer(res, sent, received)
  })
  router.all('/', (req, res) => {
    const message = `Nothing here answers ${req.method}. Receipts are sent with POST.`
    answerError(res, 405, { code: 'method-not-allowed', message }, { Allow: 'POST' })
  })
  router.use(answerUnreadable)
  return router
}

const largest = 16_384

const forReceipts: RequestHandler = (_req, res, next) => {
  const { scopes, channels } = keyOf(res)
  if (scopes.includes('receipts')) next()
  else answerOutOfScope(res, 'receipts', channels)
}

const inJson: RequestHandler = (req, res, next) => {
  if (req.is('application/json') !== false) next()
  else {
    const message = 'A receipt is JSON. Send it as Content-Type: application/json.'
    answerError(res, 415, { code: 'malformed', message })
  }
}

function malformed(): string {
  const [error] = isReceipt.errors ?? []
  const place = error?.instancePath.slice(1).replaceAll('/', '.') ?? ''
  return `The receipt cannot be read: ${place === '' ? 'it' : place} ${error?.message ?? 'is none'}. Nothing was written down.`
}

function answer(res: express.Response, { release }: SentReceipt, received: ReceiptAnswer): void {
  if (received.ok) {
    const channels = received.outcomes
    res.set('Cache-Control', 'no-store').json({ site: keyOf(res).site.key, release, channels })
    return
  }
  const { code, message } = received
  answerError(res, statusOf[code], { code, message })
}

const statusOf = {
  'unknown-channel': 403,
  'future-release': 409,
  'unknown-release': 409,
  clock: 400,
} as const

/** What the reader of bodies throws says by its status what was wrong. */
const answerUnreadable: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const status = (error as { status?: unknown }).status
  if (status === 413) {
    const message = `A receipt has at most ${String(largest)} bytes. Send less.`
    answerError(res, 413, { code: 'too-large', message })
  } else if (typeof status === 'number' && status >= 400 && status < 500) {
    const message = 'The receipt is no JSON. Send the whole object.'
    answerError(res, 400, { code: 'malformed', message })
  } else next(error)
}
