import type { BasePayload } from 'payload'
import { loadDemo } from './loadDemo.ts'
import { env } from '../env.ts'
import { makeAccount } from '../hooks/index.ts'
import { publishRelease } from '../publish/index.ts'
import { demoPassword } from './demoPassword.ts'
import { StartRefused } from './startRefused.ts'

/**
 * Gives an empty database its first people: those of the demo with all its content, or with
 * DEMO=off the one administrator that the environment names. Then commits the first release.
 *
 * @param say - told what is being done, one line each
 * @throws StartRefused when the demo is off and no administrator is named
 */
export async function fillEmptyDatabase(
  payload: BasePayload,
  say: (line: string) => void,
): Promise<void> {
  const { totalDocs } = await payload.count({ collection: 'users' })
  if (totalDocs === 0) {
    if (env.isDemo) {
      say('Loading the demo content: writing, citing and signing it as its people would …')
      await loadDemo(payload, demoPassword())
    } else {
      await makeFirstAdministrator(payload)
    }
  }
  const report = await publishRelease(payload)
  say(report.message)
}

async function makeFirstAdministrator(payload: BasePayload): Promise<void> {
  const { email, password } = env.admin
  if (email === undefined || password === undefined) {
    throw new StartRefused(
      'The database is empty and DEMO is off, so nobody could log in. Set ADMIN_EMAIL and ADMIN_PASSWORD (at least 12 characters) for the first start.',
    )
  }
  await makeAccount(payload, {
    email,
    password,
    key: 'first-administrator',
    name: 'Administrator',
    roles: ['admin'],
  })
}
