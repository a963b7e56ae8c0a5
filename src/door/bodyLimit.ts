import type { RequestHandler } from 'express'
import { refuse } from './refuse.ts'

const megabyte = 1_000_000

/** Of a text or a setting, as JSON. The longest page we know of has a tenth of that. */
const largestBody = megabyte

/** Of an uploaded image, with room for its form. */
const largestUpload = 20 * megabyte

/** How much of a refused body is taken in, so that its sender lives to read the refusal. */
const patienceMs = 5000

/**
 * Refuses a body that is too large, before anything reads it. Its length has to be said: browsers
 * and ordinary programs do.
 */
export const bodyLimit: RequestHandler = (req, res, next) => {
  if (req.headers['transfer-encoding'] !== undefined) {
    res.set('Connection', 'close')
    refuse(
      res,
      'length-required',
      'The request does not say how long its body is. Send it whole, with Content-Length.',
    )
    return
  }
  const limit = /^\/api\/media(\/|$)/.test(req.path) ? largestUpload : largestBody
  if (Number(req.headers['content-length'] ?? 0) <= limit) {
    next()
    return
  }
  res.set('Connection', 'close')
  refuse(
    res,
    'too-large',
    `The body is larger than ${String(limit / megabyte)} MB, so nothing was read. Send less: shorten the text, or make the image smaller.`,
  )
  req.resume()
  setTimeout(() => req.destroy(), patienceMs).unref()
}
