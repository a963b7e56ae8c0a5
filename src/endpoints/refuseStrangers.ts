import type { BasePayload } from 'payload'

/** What may be asked without an account: it leads to one, and neither reads nor writes content. */
const open: readonly (readonly [method: string, path: RegExp])[] = [
  ['GET', /^\/users\/(init|me)$/],
  ['POST', /^\/users\/(login|logout|forgot-password|reset-password)$/],
]

/**
 * Answers 401 to whoever is not signed in, before any route of the API sees the request (DESIGN,
 * invariant 7). Payload's own checks come after some of its work: strangers would learn from 400,
 * 404 and 500 what there is.
 *
 * @returns the refusal, or undefined when the request may go on
 */
export async function refuseStrangers(
  payload: BasePayload,
  request: Request,
): Promise<Response | undefined> {
  const path = new URL(request.url).pathname.replace(/^\/api(?=\/|$)/, '').replace(/\/+$/, '')
  if (request.method === 'OPTIONS') return undefined
  if (open.some(([method, pattern]) => method === request.method && pattern.test(path))) {
    return undefined
  }
  const { user } = await payload.auth({ headers: request.headers, canSetHeaders: false })
  if (user !== null) return undefined
  return Response.json(
    {
      errors: [
        {
          message:
            'Nobody is signed in. Log in first: POST /api/users/login with email and password.',
          data: { code: 'not-signed-in' },
        },
      ],
    },
    { status: 401, headers: { 'Cache-Control': 'no-store', 'WWW-Authenticate': 'JWT' } },
  )
}
