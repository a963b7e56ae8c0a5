import { FeedRefused, FeedUnreachable } from './feedProblem.ts'
import type { FeedTransport, TransportLimits } from './feedTransport.ts'

/** A bucket that may not be listed answers 403 for what it does not hold. */
const absent = [403, 404, 410]

/**
 * A repository behind a web server. Follows no redirect: whoever answers for a feed cannot make its
 * reader ask another host. Answers may be compressed; what counts against a limit is what they
 * unpack to.
 */
export function httpTransport(root: URL, limits: TransportLimits): FeedTransport {
  let read = 0
  return {
    place: root.href,
    bytesRead: () => read,
    get: async (name, maxBytes) => {
      const url = new URL(name, root)
      const bytes = await download(url, maxBytes, limits)
      read += bytes?.byteLength ?? 0
      return bytes
    },
  }
}

async function download(
  url: URL,
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
    const response = await answer(url, abort.signal)
    refuseRedirect(url, response)
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

async function answer(url: URL, signal: AbortSignal): Promise<Response> {
  try {
    // `manual`, and refused below: `error` would not say where the redirect leads.
    return await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { 'cache-control': 'no-cache' },
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
