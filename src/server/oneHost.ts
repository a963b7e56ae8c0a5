import type { IncomingMessage } from 'node:http'

/**
 * Whether a request names its host at most once: one with two is to be refused (RFC 9112, 3.2), since
 * a proxy may have gone by the other. Node refuses those without.
 */
export function namesOneHost({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1
  }
  return hosts < 2
}
