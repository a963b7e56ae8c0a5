import { setTimeout as delay } from 'node:timers/promises'
import { FeedRefused, FeedUnreachable } from './feedProblem.ts'
import type { FeedTransport, TransportLimits } from './feedTransport.ts'
import { parsedJson, recordOf, textOf } from './unknownJson.ts'

/** A bucket that may not be listed answers 403 for what it does not hold. */
const absent = [403, 404, 410]

/**
 * A repository behind a web server. Follows no redirect: whoever answers for a feed cannot make its
 * reader ask another host. Answers may be compressed; what counts against a limit is what they
 * unpack to.
 *
 * @param key - sent to the origin of the feed, and to nobody else
 */
export function httpTransport(root: URL, limits: TransportLimits, key?: string): FeedTransport {
  let read = 0
  return {
    place: root.href,
    bytesRead: () => read,
    get: async (name, maxBytes) => {
      const url = new URL(name, root)
      const headers = keyHeaders(key, url, root)
      const bytes = await patiently(() => download(url, headers, maxBytes, limits))
      read += bytes?.byteLength ?? 0
      return bytes
    },
  }
}

/** The header that carries a key (RFC 6750, 2.1), for addresses of the feed's own origin alone. */
export function keyHeaders(
  key: string | undefined,
  url: URL,
  feed: URL,
): Readonly<Record<string, string>> {
  return key === undefined || url.origin !== feed.origin ? {} : { authorization: `Bearer ${key}` }
}

/** The server is asked too much; it says for how long to wait. */
class AskedTooMuch extends FeedUnreachable {
  readonly waitMs: number

  constructor(message: string, waitMs: number) {
    super(message)
    this.waitMs = waitMs
  }
}

const waits = 3
const longestWaitMs = 120_000

/** Waits when the server says so (RFC 9110, 10.2.3; RFC 6585, 4), some times and not for long. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += 1) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof AskedTooMuch) || waited >= waits) throw error
      if (error.waitMs > longestWaitMs) throw error
      await delay(error.waitMs)
    }
  }
}

async function download(
  url: URL,
  own: Readonly<Record<string, string>>,
  maxBytes: number,
  { idleMs, totalMs }: TransportLimits,
): Promise<Uint8Array | null> {
  const abort = new AbortController()
  const giveUp = (ms: number) => () => {
    const message = `${url.href} has not come to its end in ${inSeconds(ms)}. Try again later; if it stays so, tell the publisher.`
    abort.abort(new FeedRefused('slow', message))
  }
  const total = setTimeout(giveUp(totalMs), totalMs)
  const idle = setTimeout(giveUp(idleMs), idleMs)
  try {
    const response = await answer(url, own, abort.signal)
    refuseRedirect(url, response)
    await refuseLocked(url, response)
    if (response.status === 429) throw askedTooMuch(url, response)
    if (absent.includes(response.status)) return null
    if (response.status !== 200) {
      throw new FeedUnreachable(`${url.href} answers with status ${String(response.status)}.`)
    }
    return await body(url, response, maxBytes, () => idle.refresh())
  } catch (error) {
    throw abort.signal.aborted ? abort.signal.reason : error
  } finally {
    clearTimeout(total)
    clearTimeout(idle)
    // Ends the connection of an answer that was not read to its end.
    abort.abort()
  }
}

function askedTooMuch(url: URL, { headers }: Response): AskedTooMuch {
  const seconds = Number(headers.get('retry-after') ?? '60')
  const message = `${url.href} answers with status 429: it is asked too much.`
  return new AskedTooMuch(message, (Number.isFinite(seconds) ? seconds : 60) * 1000)
}

/** Says of a private channel what its server says; a bucket's 403 says nothing of keys. */
async function refuseLocked(url: URL, response: Response): Promise<void> {
  if (response.status !== 401 && response.status !== 403) return
  const { code, message } = await errorIn(url, response)
  if (response.status === 403 && !['key-scope', 'private-channel'].includes(code)) return
  throw new FeedRefused('locked', `${url.href}: ${message || 'its server wants a key.'}`)
}

async function errorIn(
  url: URL,
  response: Response,
): Promise<{ readonly code: string; readonly message: string }> {
  const bytes = await body(url, response.clone(), longestError, () => undefined).catch(() =>
    Buffer.of(),
  )
  const { code, message } = recordOf(recordOf(parsedJson(bytes)).error)
  return { code: textOf(code) ?? '', message: (textOf(message) ?? '').slice(0, 500) }
}

const longestError = 16_384

async function answer(
  url: URL,
  own: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  try {
    // `manual`, and refused below: `error` would not say where the redirect leads.
    return await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { 'cache-control': 'no-cache', ...own },
    })
  } catch (error) {
    throw new FeedUnreachable(`${url.href} cannot be fetched: ${reasonOf(error)}.`, {
      cause: error,
    })
  }
}

function refuseRedirect(url: URL, { status, headers }: Response): void {
  if (status < 300 || status > 399) return
  throw new FeedRefused(
    'redirected',
    `${url.href} sends its reader to ${headers.get('location') ?? 'no address'}. A feed is read where it was asked for: if it has moved, give the new address yourself.`,
  )
}

async function body(
  url: URL,
  response: Response,
  maxBytes: number,
  onProgress: () => void,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of response.body ?? []) {
      onProgress()
      length += chunk.byteLength
      if (length > maxBytes) {
        const message = `${url.href} is longer than the ${String(maxBytes)} bytes it may have.`
        throw new FeedRefused('endless', message)
      }
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof FeedRefused) throw error
    const message = `${url.href} broke off after ${String(length)} bytes: ${reasonOf(error)}.`
    throw new FeedRefused('truncated', message, { cause: error })
  }
  return Buffer.concat(chunks, length)
}

function inSeconds(ms: number): string {
  return `${String(ms / 1000)} s`
}

function reasonOf(error: unknown): string {
  const { cause = error } = error instanceof Error ? error : {}
  return cause instanceof Error ? cause.message : String(cause)
}
