import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { env } from '../env.ts'
import { writePrivately } from './prepareDataDir.ts'

/**
 * The one password of the demo accounts: from DEMO_PASSWORD, otherwise made once and kept in the
 * data folder.
 */
export function demoPassword(): string {
  const file = env.demoPasswordFile
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const password = env.demoPassword ?? randomBytes(15).toString('base64url')
  writePrivately(file, password)
  return password
}
