const longestMs = 24 * 60 * 60 * 1000

/**
 * Until when an answer asks to be left alone (RFC 9110, 10.2.3: seconds, or an HTTP date), at most a
 * day: a receiver that says “in a year” would be forgotten.
 *
 * @param value - of the header Retry-After; what is neither counts as not said
 */
export function retryAfter(value: string | undefined, now: Date): Date | undefined {
  const said = value?.trim() ?? ''
  const until = /^\d{1,10}$/.test(said)
    ? now.getTime() + Number(said) * 1000
    : /^[A-Za-z]{3,9}, /.test(said)
      ? Date.parse(said)
      : Number.NaN
  if (Number.isNaN(until) || until <= now.getTime()) return undefined
  return new Date(Math.min(until, now.getTime() + longestMs))
}
