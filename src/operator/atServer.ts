import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import type { SubjectName } from '../domain/model/index.ts'
import { nameOf, slugOf } from '../projection/index.ts'
import type { Aftermath, Credentials, Desk, Found } from './desk.ts'
import { DeskRefused, DeskUnreachable } from './desk.ts'
import { titleIn } from './titleIn.ts'

/** What of the API's answers is used; everything else in them is left alone. */
const answers = {
  login: z.object({ token: z.string() }),
  documents: z.object({
    docs: z.array(z.looseObject({ id: z.string(), key: z.string(), _status: z.string() })),
  }),
  review: z.object({ log: z.array(z.object({ sequence: z.number(), action: z.string() })) }),
  releases: z.object({
    docs: z.array(
      z.object({ number: z.number(), auditHead: z.object({ sequence: z.number() }).nullish() }),
    ),
  }),
  cascade: z.object({
    subject: z.custom<SubjectName>(),
    citedBy: z.array(
      z.object({ subject: z.custom<SubjectName>(), title: z.string(), isLive: z.boolean() }),
    ),
    withheld: z.array(
      z.object({
        subject: z.custom<SubjectName>(),
        channel: z.string().exactOptional(),
        reason: z.string(),
      }),
    ),
    notices: z.array(
      z.object({
        page: z.custom<SubjectName>(),
        claim: z.custom<SubjectName>(),
        channel: z.string(),
      }),
    ),
  }),
  refusal: z.object({
    errors: z.array(
      z.object({ message: z.string(), data: z.object({ code: z.string() }).nullish() }),
    ),
  }),
} as const

/** How long a release is waited for: it takes a second or two. */
const releasePatienceMs = 30_000

/**
 * Works in a running server, over its API: logs in, and logs out again whatever becomes of the work.
 *
 * @param url - its address, without a slash at the end
 * @throws DeskRefused when email and password are not those of an account; DeskUnreachable
 */
export async function atServer<T>(
  url: string,
  credentials: Credentials,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const stranger = caller(url)
  const { token } = await stranger('POST', '/users/login', answers.login, credentials)
  const call = caller(url, token)
  try {
    return await work(deskOver(url, call))
  } finally {
    await call('POST', '/users/logout', z.unknown()).catch(() => undefined)
  }
}

type Call = <T>(method: string, path: string, shape: z.ZodType<T>, body?: object) => Promise<T>

function deskOver(url: string, call: Call): Desk {
  return {
    where: `the server at ${url}`,
    find: async (subject) => {
      const slug = slugOf(subject)
      const key = encodeURIComponent(subject.slice(subject.indexOf('/') + 1))
      const path = `/${slug}?where[key][equals]=${key}&depth=0&limit=1`
      const [document] = (await call('GET', path, answers.documents)).docs
      return (
        document && {
          id: document.id,
          subject,
          title: titleIn(document),
          isLive: document._status === 'published',
        }
      )
    },
    liveNames: async (kind) => {
      const slug = slugOf(`${kind}/`)
      const path = `/${slug}?where[_status][equals]=published&depth=0&limit=0&select[key]=true&select[_status]=true`
      const { docs } = await call('GET', path, answers.documents)
      return docs.map(({ key }) => nameOf(slug, key))
    },
    cascade: (found) => call('GET', `${pathOf(found)}/cascade`, answers.cascade),
    withdraw: async (found, withdrawal) => {
      const body = { action: 'withdraw', ...withdrawal }
      const { log } = await call('POST', `${pathOf(found)}/review`, answers.review, body).catch(
        (error: unknown) => {
          throw error instanceof DeskUnreachable ? unsure(found, error) : error
        },
      )
      const entry = log.find(({ action }) => action === 'withdraw')
      if (entry === undefined) throw unexpected(url)
      return entry.sequence
    },
    release: (sequence) => awaitRelease(call, sequence),
  }
}

function pathOf({ subject, id }: Found): string {
  return `/${slugOf(subject)}/${encodeURIComponent(id)}`
}

async function awaitRelease(call: Call, sequence: number): Promise<Aftermath> {
  const path = '/releases?sort=-number&limit=1&depth=0'
  const until = Date.now() + releasePatienceMs
  while (Date.now() < until) {
    // It is withdrawn: whatever goes wrong from here does not change that.
    const [newest] = (await call('GET', path, answers.releases).catch(() => ({ docs: [] }))).docs
    if ((newest?.auditHead?.sequence ?? 0) >= sequence) {
      return { ok: true, release: newest?.number ?? 0 }
    }
    await delay(300)
  }
  return {
    ok: false,
    message: `No release has followed within ${String(releasePatienceMs / 1000)} seconds. Either no feed had it, so that nothing changed, or the server is behind: look at /readyz, and at the list of releases in the admin.`,
  }
}

/** Calls the API as whoever the token belongs to. */
function caller(url: string, token?: string): Call {
  return async (method, path, shape, body) => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        // A person thinks before they say yes; a connection that was kept meanwhile may be gone.
        Connection: 'close',
        ...(token === undefined ? {} : { Authorization: `JWT ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A password goes to the address that was named, and to no other.
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
    }).catch((error: unknown) => {
      throw new DeskUnreachable(
        `The server at ${url} does not answer (${reasonOf(error)}). Start it, or name its address with --url.`,
      )
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (!response.ok) throw refused(url, response.status, answer)
    const parsed = shape.safeParse(answer)
    if (!parsed.success) throw unexpected(url)
    return parsed.data
  }
}

function refused(url: string, status: number, answer: unknown): Error {
  const parsed = answers.refusal.safeParse(answer)
  const [first] = parsed.success ? parsed.data.errors : []
  if (first === undefined || status >= 500) {
    return new DeskUnreachable(
      `The server at ${url} answered ${String(status)}${first === undefined ? '' : `: ${first.message}`}. Look at its log, and try again.`,
    )
  }
  return new DeskRefused(
    first.data?.code ?? (status === 401 ? 'password' : 'refused'),
    first.message,
  )
}

function unsure({ subject }: Found, { message }: DeskUnreachable): DeskUnreachable {
  return new DeskUnreachable(
    `It is not certain that ${subject} is withdrawn. ${message} Then run this again: if there is nothing to withdraw any more, it is done.`,
  )
}

function unexpected(url: string): DeskUnreachable {
  return new DeskUnreachable(
    `What answers at ${url} is not this version of Citegate. Name its address with --url, or update it.`,
  )
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}
