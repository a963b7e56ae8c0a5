import http from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Resolver } from './checkedAddresses.ts'
import { checkedAddresses, systemResolver } from './checkedAddresses.ts'
import { SendingRefused } from './sendingRefused.ts'
import type { PrivateHosts } from './targetOf.ts'
import { targetOf } from './targetOf.ts'

export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface PostOptions {
  readonly privateHosts: PrivateHosts
  readonly resolve?: Resolver
  readonly limits?: Limits
}

/** How long each part may take, in milliseconds. */
export interface Limits {
  /** Until the name is resolved and the connection, TLS included, stands. */
  readonly connect: number
  /** From the beginning until the head of the answer is there. */
  readonly head: number
  /** For the body after that. */
  readonly body: number
}

export interface PostAnswer {
  readonly status: number
  /** The header Retry-After, where the answer has one. */
  readonly retryAfter: string | undefined
  /** The beginning of the body as text. */
  readonly text: string
}

/** Standard Webhooks 1.0, Request timeouts: a receiver has 15 to 30 seconds. */
const patience: Limits = { connect: 10_000, head: 25_000, body: 3_000 }

/** As much of a body as is read. */
const mostBytes = 4096

/**
 * Sends one POST request to an address that somebody else has chosen, and connects to the very
 * addresses that were checked. No redirect is followed, no proxy of the environment used, no
 * certificate excused, no connection kept. An answer counts from its head on, whatever becomes of
 * its body.
 *
 * @throws SendingRefused when the address is not allowed, or an answer takes too long; what the
 *   network throws, with its `code`
 */
export async function postOnce(
  { url, headers, body }: Post,
  { privateHosts, resolve = systemResolver, limits = patience }: PostOptions,
): Promise<PostAnswer> {
  const read = targetOf(url, privateHosts)
  if (!read.ok) throw new SendingRefused('bad-address', read.message)
  const { target } = read
  const connect = deadline(limits.connect, 'connect-late', 'no connection came about')
  const head = deadline(limits.head, 'answer-late', 'no answer came')
  try {
    const addresses = await connect.within(checkedAddresses(target, resolve))
    const client = target.url.protocol === 'https:' ? https : http
    // An agent of its own: the global one follows the proxies of the environment where told to.
    const agent = new client.Agent({ keepAlive: false })
    const request = client.request(target.url, {
      agent,
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
      lookup: answering(addresses),
      maxHeaderSize: 16_384,
    })
    try {
      const answered = answerTo(request)
      request.end(body)
      await connect.within(Promise.race([connected(request), answered]))
      const answer = await head.within(answered)
      return {
        status: answer.statusCode ?? 0,
        retryAfter: answer.headers['retry-after'],
        text: await beginningOf(answer, limits.body),
      }
    } finally {
      request.destroy()
      agent.destroy()
    }
  } finally {
    connect.cancel()
    head.cancel()
  }
}

/** A lookup that knows its answer: nobody is asked again between the check and the connection. */
function answering(addresses: Awaited<ReturnType<Resolver>>): LookupFunction {
  return (_host, { all }, done) => {
    const [first] = addresses
    if (all === true) done(null, [...addresses])
    else done(null, first?.address ?? '', first?.family)
  }
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve)
    // Also after an answer: a connection can break while its body is read.
    request.on('error', reject)
  })
  answered.catch(() => undefined)
  return answered
}

function connected(request: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    request.once('socket', (socket) => {
      socket.once('secureConnect', resolve)
      // TLS first connects, then agrees.
      socket.once('connect', () => {
        if (!('encrypted' in socket)) resolve()
      })
    })
  })
}

interface Deadline {
  /** The outcome of work, or a refusal once the time is over. */
  readonly within: <T>(work: Promise<T>) => Promise<T>
  readonly cancel: () => void
}

function deadline(ms: number, code: 'answer-late' | 'connect-late', what: string): Deadline {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new SendingRefused(code, `Within ${String(ms / 1000)} s ${what}.`))
    }, ms)
  })
  over.catch(() => undefined)
  return {
    within: (work) => Promise.race([work, over]),
    cancel: () => {
      clearTimeout(timer)
    },
  }
}

/** What of a body arrives in time and is not too long; a body that breaks off ends there. */
function beginningOf(answer: IncomingMessage, ms: number): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const done = () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8'))
    }
    const timer = setTimeout(done, ms)
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= mostBytes) done()
    })
    answer.once('end', done)
    answer.once('error', done)
    answer.once('close', done)
  })
}
