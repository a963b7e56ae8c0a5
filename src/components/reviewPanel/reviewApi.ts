import type { Finding } from '../../domain/model/index.ts'
import type { ReviewRequest, ReviewView } from './reviewView.ts'

/** Why the server did not do it, whole. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly findings: readonly Finding[]
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** Reads the review of a document. `url` is the document's own address in the API. */
export function readReview(url: string, signal: AbortSignal): Promise<Answer<ReviewView>> {
  return ask(`${url}/review`, { signal })
}

/** Reads the newest text of a document, as the editor would load it. */
export function readNewest(
  url: string,
  signal?: AbortSignal,
): Promise<Answer<Readonly<Record<string, unknown>>>> {
  return ask(`${url}?draft=true&depth=0`, signal === undefined ? {} : { signal })
}

/** Takes an action; comes back with the review as it is afterwards, or with the refusal. */
export function takeAction(url: string, request: ReviewRequest): Promise<Answer<ReviewView>> {
  return ask(`${url}/review`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  })
}

async function ask<T>(url: string, init: RequestInit): Promise<Answer<T>> {
  let status: number | undefined
  try {
    const response = await fetch(url, init)
    status = response.status
    const body: unknown = await response.json()
    // The server that answers is built from the same sources as this file: no second schema here.
    return response.ok ? { ok: true, value: body as T } : { ok: false, refusal: refusalIn(body) }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    return { ok: false, refusal: silence(status) }
  }
}

/** Payload's error body: `errors[0]` has the message, and `data` what programs read. */
function refusalIn(body: unknown): Refusal {
  const [first] = listIn(body, 'errors')
  const data = propertyOf(first, 'data')
  const message = propertyOf(first, 'message')
  const code = propertyOf(data, 'code')
  return {
    code: typeof code === 'string' ? code : 'unknown',
    message: typeof message === 'string' ? message : 'The server refused without saying why.',
    findings: listIn(data, 'findings') as readonly Finding[],
  }
}

function silence(status: number | undefined): Refusal {
  return {
    code: 'no-answer',
    message:
      status === undefined
        ? 'The server did not answer; whether anything was done is not known. Check the connection, then read the review again.'
        : `The server failed (status ${status}); whether anything was done is not known. Read the review again.`,
    findings: [],
  }
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = propertyOf(value, name)
  return Array.isArray(list) ? (list as readonly unknown[]) : []
}
