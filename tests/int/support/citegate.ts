import { rmSync } from 'node:fs'
import { getPayload } from 'payload'
import type { BasePayload } from 'payload'
import configPromise from '../../../payload.config.ts'
import type { Role } from '../../../src/domain/model/index.ts'
import { makeAccount } from '../../../src/hooks/index.ts'
import type { User } from '../../../src/payload-types.ts'
import type { Program, Verbs } from './program.ts'
import { programOver } from './program.ts'
import { dataDir, onMongo } from './settings.ts'

export type { Answer } from './program.ts'

export const password = 'correct horse battery staple'

export interface Person extends Verbs {
  readonly user: User
  /** What `Authorization: JWT …` carries. */
  readonly token: string
}

export interface Citegate extends Pick<Program, 'answer'> {
  readonly payload: BasePayload
  readonly person: (name: string, ...roles: Role[]) => Promise<Person>
  readonly stranger: Verbs
  readonly stop: () => Promise<void>
}

/** The real program on a database of its own. */
export async function startCitegate(): Promise<Citegate> {
  const config = await configPromise
  const payload = await getPayload({ config, cron: true })
  // Tests say themselves when jobs run.
  for (const cron of payload.crons) cron.stop()
  const { answer, verbs } = programOver(payload, config)
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
          connection: { db: { dropDatabase: () => Promise<unknown> } }
        }
        // Past Mongoose, which waits ten seconds for a server that the driver still finds after them.
        await connection.db.dropDatabase()
      }
      await payload.destroy()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
