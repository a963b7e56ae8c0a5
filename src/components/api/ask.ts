import type { Refusal } from './refusalIn.ts'
import { refusalIn } from './refusalIn.ts'

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/**
 * Asks the API and comes back with its answer or its refusal; a server that says nothing is a
 * refusal too.
 *
 * @throws the AbortError of a request that was called off
 */
export async function ask<T>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
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

/** Sends a JSON body, see `ask`. */
export function post<T>(url: string, body: unknown, signal?: AbortSignal): Promise<Answer<T>> {
  return ask(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  })
}

function silence(status: number | undefined): Refusal {
  return {
    code: 'no-answer',
    message:
      status === undefined
        ? 'The server did not answer; whether anything was done is not known. Check the connection, then read again.'
        : `The server failed (status ${status}); whether anything was done is not known. Read again.`,
    findings: [],
    difference: [],
  }
}
