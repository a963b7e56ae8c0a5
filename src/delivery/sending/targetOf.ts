import { isIP } from 'node:net'
import { isPublicAddress } from './publicAddress.ts'

/** Where a webhook leads, once its address has been looked at. */
export interface Target {
  readonly url: URL
  /** Name or address of the host, as a resolver takes it: no brackets, no dot at the end. */
  readonly host: string
  /** The operator has named it as one of their own: it may be private, and without TLS. */
  readonly isTrusted: boolean
}

export type TargetResult =
  | { readonly ok: true; readonly target: Target }
  /** What is wrong with it and what to do, in a sentence or two. */
  | { readonly ok: false; readonly message: string }

/** `host` or `host:port`, in lower case: where the operator allows what is refused elsewhere. */
export type PrivateHosts = readonly string[]

const longestUrl = 2000

/**
 * Reads the address of a webhook. Whatever an address is written like, what counts is what the URL
 * parser makes of it, which is what is connected to (WHATWG URL, host parsing): 2130706433, 0x7f.1
 * and １２７.0.0.1 are 127.0.0.1 there.
 *
 * @param privateHosts - of the operator; only for them http and private addresses are allowed
 */
export function targetOf(text: string, privateHosts: PrivateHosts): TargetResult {
  if (text.length > longestUrl) return refused('It is longer than 2000 characters.')
  if (text !== text.trim() || !URL.canParse(text)) {
    return refused('It is no URL. Write it like https://site.example/hooks/citegate.')
  }
  const url = new URL(text)
  // A dot at the end names the same host, and no certificate.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isTrusted = privateHosts.some((each) => each === host || each === portedHost(url, host))
  if (url.protocol !== 'https:' && !(isTrusted && url.protocol === 'http:')) {
    return refused('It has to begin with https://.')
  }
  if (url.username !== '' || url.password !== '') {
    return refused(
      'It holds a user or a password. Leave them out: a webhook proves itself by its signature.',
    )
  }
  if (url.hash !== '')
    return refused('It has a part behind #, which no server is sent. Leave it out.')
  if (!isTrusted) {
    const problem = hostProblem(host)
    if (problem !== undefined) return refused(problem)
  }
  return { ok: true, target: { url, host, isTrusted } }
}

function refused(message: string): TargetResult {
  return { ok: false, message }
}

function portedHost({ port, protocol }: URL, host: string): string {
  const named = isIP(host) === 6 ? `[${host}]` : host
  return `${named}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`
}

/** What is wrong with a host before anybody resolves it. */
function hostProblem(host: string): string | undefined {
  if (isIP(host) !== 0) {
    return isPublicAddress(host)
      ? undefined
      : `${host} is no address of the public Internet. Name a host that is.`
  }
  // RFC 6761, 6.3: such names never leave the machine. A name without a dot is one of this network.
  if (host === 'localhost' || host.endsWith('.localhost') || !host.includes('.')) {
    return `${host} is a name of this machine or network. Name a host of the public Internet.`
  }
  return undefined
}
