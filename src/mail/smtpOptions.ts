import type { SMTPTransportOptions } from 'nodemailer'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i

/**
 * How to reach a mail server. A password goes over TLS or nowhere, unless the server is on this
 * machine; a server that does not answer is given up within seconds.
 *
 * @param url - `smtp://` or `smtps://`, with user and password where the server asks for them
 */
export function smtpOptions(url: string): SMTPTransportOptions {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isSecure = protocol === 'smtps:'
  const hasPassword = username !== ''
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    ...(hasPassword
      ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
      : {}),
    requireTLS: hasPassword && !isSecure && !loopback.test(hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Nothing of ours is attached, and no message can ask for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
