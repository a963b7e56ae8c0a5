/**
 * What an attempt came to (Standard Webhooks 1.0, Delivery success and failure). `gone`: the
 * receiver wants nothing any more, and nothing more is sent to it.
 */
export type AttemptVerdict = 'delivered' | 'failed' | 'gone'

/**
 * Judges an attempt by the status of its answer. A redirect is a failure: whoever moves says so by
 * a new address, and nobody sends us elsewhere.
 *
 * @param status - of the answer; undefined where there was none
 */
export function judgeAnswer(status: number | undefined): AttemptVerdict {
  if (status === undefined) return 'failed'
  if (status >= 200 && status <= 299) return 'delivered'
  return status === 410 ? 'gone' : 'failed'
}
