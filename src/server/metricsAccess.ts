import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * Whether somebody may read the numbers. With a token: whoever sends it. Without one: programs of this
 * machine that ask directly. What a proxy hands on comes from this machine too, so that nothing which
 * says that it was handed on gets in.
 */
export function mayReadMetrics(
  {
    headers,
    socket,
  }: Pick<IncomingMessage, 'headers'> & {
    readonly socket: { readonly remoteAddress?: string | undefined }
  },
  token: string | undefined,
): boolean {
  if (token !== undefined) {
    const sent = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
    return sent !== undefined && timingSafeEqual(digest(sent), digest(token))
  }
  const isHandedOn = Object.keys(headers).some((name) =>
    /^(?:forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip)$/.test(name),
  )
  return !isHandedOn && isLoopback(socket.remoteAddress) && isLoopbackHost(headers.host)
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

function isLoopback(address = ''): boolean {
  return /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address)
}

/** A page that was led here by a name of its own is none of this machine's programs. */
function isLoopbackHost(host = ''): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i.test(host)
}
