import type { Refusal } from './refusalIn.ts'
import { refusalIn } from './refusalIn.ts'
import type { ReviewRequest, ReviewView } from './reviewView.ts'

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
