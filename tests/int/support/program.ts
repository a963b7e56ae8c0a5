import { handleEndpoints } from 'payload'
import type { BasePayload, SanitizedConfig } from 'payload'
import { answerApi } from '../../../src/endpoints/index.ts'

export interface Answer {
  readonly status: number
  // The shape is what each test looks at.
  readonly body: Record<string, unknown>
}

/** The requests of one caller. */
export interface Verbs {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body: unknown) => Promise<Answer>
  readonly patch: (path: string, body: unknown) => Promise<Answer>
  readonly put: (path: string, body: unknown) => Promise<Answer>
  readonly delete: (path: string) => Promise<Answer>
}

export interface Program {
  /** Any request at all, as it would come over the wire. */
  readonly answer: (request: Request) => Promise<Answer>
  /** What somebody with this token, or nobody, asks for. */
  readonly verbs: (token?: string) => Verbs
}

/** The real program without its HTTP server: requests go through Payload's own REST router. */
export function programOver(payload: BasePayload, config: SanitizedConfig): Program {
  const answer = async (request: Request): Promise<Answer> => {
    const response = await answerApi(payload, request, (checked) =>
      handleEndpoints({ config, request: checked }),
    )
    const text = await response.text()
    return { status: response.status, body: parsed(text) }
  }
  const send = (method: string, path: string, token?: string, body?: unknown): Promise<Answer> =>
    answer(
      new Request(`https://feeds.example.org/api${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `JWT ${token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  return {
    answer,
    verbs: (token) => ({
      get: (path) => send('GET', path, token),
      post: (path, body) => send('POST', path, token, body),
      patch: (path, body) => send('PATCH', path, token, body),
      put: (path, body) => send('PUT', path, token, body),
      delete: (path) => send('DELETE', path, token),
    }),
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return { text }
  }
}
