import type { BasePayload } from 'payload'
import { loadDemo } from './loadDemo.ts'
import { passwordProblem } from '../accounts/index.ts'
import { env } from '../env.ts'
import { makeAccount } from '../hooks/index.ts'
import { publishRelease } from '../publish/index.ts'
import { demoPassword } from './demoPassword.ts'
import { StartRefused } from './startRefused.ts'

/** Where the work tells of itself. */
export interface Telling {
  /** What is being done, one line each. */
  readonly say: (line: string) => void
  /** How far it is; each text takes the place of the one before. */
  readonly progress: (text: string) => void
}

/**
 * Gives an empty database its first people: those of the demo with all its content, or with
 * DEMO=off the one administrator that the environment names. Then commits the first release.
 *
 * @throws StartRefused when the demo is off and no administrator is named, or one whose password
 *   anybody would guess
 */
export async function fillEmptyDatabase(
  payload: BasePayload,
  { say, progress }: Telling,
): Promise<void> {
  const { totalDocs } = await payload.count({ collection: 'users' })
  if (totalDocs === 0) {
    if (env.isDemo) {
      say('Loading the demo content: writing, citing and signing it as its people would …')
      await loadDemo(payload, demoPassword(), progress)
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
  const account = { email, key: 'first-administrator', name: 'Administrator' }
  const problem = passwordProblem(password, account)
  if (problem !== undefined) throw new StartRefused(`ADMIN_PASSWORD cannot be used. ${problem}`)
  await makeAccount(payload, { ...account, password, roles: ['admin'] })
}
