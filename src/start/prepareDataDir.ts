import { randomBytes } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { env } from '../env.ts'
import { StartRefused } from './startRefused.ts'

/**
 * Makes the data folder, readable by its owner only, and a secret in it where the environment names
 * none.
 *
 * @throws StartRefused when the folder cannot be made or written
 */
export function prepareDataDir(): void {
  try {
    if (!existsSync(env.dataDir)) mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
    accessSync(env.dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    mkdirSync(env.mediaDir, { recursive: true, mode: 0o700 })
    if (env.secret === '') writePrivately(env.secretFile, randomBytes(32).toString('hex'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartRefused(
      `The data folder ${env.dataDir} cannot be used (${reason}). Give this user write access to it, or set DATA_DIR to another folder.`,
    )
  }
}

/** A new file that only its owner can read. */
export function writePrivately(file: string, text: string): void {
  writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx' })
  // The mode above is cut by the umask, never widened; this holds whatever the umask is.
  chmodSync(file, 0o600)
}
