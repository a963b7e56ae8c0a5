import { Webhook } from 'standardwebhooks'

/**
 * The headers by which a receiver tells that an event is ours, and has not met it before (Standard
 * Webhooks 1.0, Webhook headers).
 *
 * @param id - of the event, the same at each attempt; without a full stop, which ends it in what is
 *   signed
 * @param secrets - `whsec_…`; the event is signed by each
 */
export function signedHeaders(
  id: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
