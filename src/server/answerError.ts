import type { ServerResponse } from 'node:http'

/** Why there is nothing to be had: the code is permanent, the message is for people. */
export interface AnsweredError {
  readonly code:
    | 'bad-request'
    | 'not-found'
    | 'withdrawn'
    | 'method-not-allowed'
    | 'not-acceptable'
    | 'precondition-failed'
    | 'not-ready'
    | 'key-needed'
    | 'key-invalid'
    | 'key-scope'
    | 'private-channel'
    | 'too-many'
    | 'too-large'
    | 'malformed'
    | 'unknown-channel'
    | 'future-release'
    | 'unknown-release'
    | 'clock'
    | 'internal'
  readonly message: string
}

/** Answers with `{ error: { code, message } }`, and with what else there is to say of it. */
export function answerError(
  res: ServerResponse,
  status: number,
  error: AnsweredError,
  headers: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = {},
): void {
  const body = Buffer.from(`${JSON.stringify({ error, ...more })}\n`)
  res.writeHead(status, {
    'Cache-Control': 'no-store',
    ...headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.byteLength,
  })
  // Node leaves the body out where the method is HEAD.
  res.end(body)
}

/** There is nothing at this path of the feed. */
export function answerNotFound(
  res: ServerResponse,
  headers: Readonly<Record<string, string>> = {},
): void {
  answerError(
    res,
    404,
    {
      code: 'not-found',
      message: 'The current release has no such file. /feeds/v1/index.json names what it has.',
    },
    // A proxy that kept this would hide the item from those whom the next release tells of it.
    { ...headers, 'Cache-Control': 'no-cache' },
  )
}
