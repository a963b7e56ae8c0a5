import { appendFile } from 'node:fs/promises'
import type { SendEmailOptions } from 'payload'

/**
 * Mail without a mail server: each message is appended to a file, readable by its owner only, since
 * it can hold a link that resets a password.
 *
 * @param file - path of the outbox
 */
export async function writeToOutbox(file: string, message: SendEmailOptions): Promise<void> {
  const line = JSON.stringify({ at: new Date().toISOString(), ...message })
  await appendFile(file, `${line}\n`, { mode: 0o600 })
}
