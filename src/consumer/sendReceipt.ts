import { keyHeaders } from './httpTransport.ts'
import type { Pulled } from './pull/index.ts'
import { parsedJson, recordOf, textOf } from './unknownJson.ts'

/** What became of telling a publisher; a pull that worked stays one whatever it is. */
export type ReceiptSent =
  | { readonly ok: true }
  | {
      readonly ok: false
      /** Why not, in words. */
      readonly message: string
    }

const timeoutMs = 15_000
const longestAnswer = 16_384

/**
 * Tells the publisher which release is in place now, so that they see where a withdrawn text may still
 * stand. Does not reject: whether somebody was told is no part of having it.
 *
 * @param place - address of the feed that was pulled, as it was found
 * @param key - a key for receipts
 */
export async function sendReceipt(
  place: string,
  { release, digest, channels }: Pick<Pulled, 'release' | 'digest' | 'channels'>,
  key: string,
  now: Date,
): Promise<ReceiptSent> {
  const url = new URL('receipts', place)
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'content-type': 'application/json', ...keyHeaders(key, url, new URL(place)) },
      body: JSON.stringify({ channels, release, digest, appliedAt: now.toISOString() }),
    })
    if (response.ok) return { ok: true }
    const text = (await response.text()).slice(0, longestAnswer)
    const said = textOf(recordOf(recordOf(parsedJson(Buffer.from(text))).error).message)
    const status = `status ${String(response.status)}`
    return { ok: false, message: said === null ? status : `${status}: ${said}` }
  } catch (error) {
    const { cause = error } = error instanceof Error ? error : {}
    return { ok: false, message: cause instanceof Error ? cause.message : String(cause) }
  }
}
