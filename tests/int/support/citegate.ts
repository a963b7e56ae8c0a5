import { rmSync } from 'node:fs'
import { getPayload, handleEndpoints } from 'payload'
import type { BasePayload } from 'payload'
import configPromise from '../../../payload.config.ts'
import type { Role } from '../../../src/domain/model/index.ts'
import { answerApi } from '../../../src/endpoints/index.ts'
import { makeAccount } from '../../../src/hooks/index.ts'
import type { User } from '../../../src/payload-types.ts'
import { dataDir, onMongo } from './settings.ts'

export const password = 'correct horse battery staple'

export interface Answer {
  readonly status: number
  // The shape is what each test looks at.
  readonly body: Record<string, unknown>
}

export interface Person {
  readonly user: User
  /** What `Authorization: JWT …` carries. */
  readonly token: string
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body: unknown) => Promise<Answer>
  readonly patch: (path: string, body: unknown) => Promise<Answer>
  readonly put: (path: string, body: unknown) => Promise<Answer>
  readonly delete: (path: string) => Promise<Answer>
}

export interface Citegate {
  readonly payload: BasePayload
  readonly person: (name: string, ...roles: Role[]) => Promise<Person>
  readonly stranger: Omit<Person, 'token' | 'user'>
  /** Any request at all, as it would come over the wire. */
  readonly answer: (request: Request) => Promise<Answer>
  readonly stop: () => Promise<void>
}

/** The real program without its HTTP server: requests go through Payload's own REST router. */
export async function startCitegate(): Promise<Citegate> {
  const config = await configPromise
  const payload = await getPayload({ config, cron: true })
  // Tests say themselves when jobs run.
  for (const cron of payload.crons) cron.stop()
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
  const verbs = (token?: string) => ({
    get: (path: string) => send('GET', path, token),
    post: (path: string, body: unknown) => send('POST', path, token, body),
    patch: (path: string, body: unknown) => send('PATCH', path, token, body),
    put: (path: string, body: unknown) => send('PUT', path, token, body),
    delete: (path: string) => send('DELETE', path, token),
  })
  return {
    payload,
    stranger: verbs(),
    answer,
    person: async (name, ...roles) => {
      const key = name.toLowerCase().replaceAll(' ', '-')
      const email = `${key}@example.org`
      const user = await makeAccount(payload, { key, email, name, roles, password })
      const { token } = await payload.login({ collection: 'users', data: { email, password } })
      return { user, token: token ?? '', ...verbs(token) }
    },
    stop: async () => {
      if (onMongo) {
        const { connection } = payload.db as unknown as {
          connection: { dropDatabase: () => Promise<void> }
        }
        await connection.dropDatabase()
      }
      await payload.destroy()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return { text }
  }
}
