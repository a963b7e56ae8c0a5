import type { AfterErrorHook } from 'payload'

/** Adds Retry-After to a refusal that says after how many seconds it may be tried again. */
export const sayWhenAgain: AfterErrorHook = ({ error, req }) => {
  const { retryAfter } = ((error as { data?: unknown }).data ?? {}) as { retryAfter?: unknown }
  if (typeof retryAfter === 'number') {
    req.responseHeaders = new Headers(req.responseHeaders)
    req.responseHeaders.set('Retry-After', String(retryAfter))
  }
  return undefined
}
