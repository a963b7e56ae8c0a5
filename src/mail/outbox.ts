import { appendFile } from 'node:fs/promises'
import type { EmailAdapter } from 'payload'

/**
 * Mail without a mail server: each message is appended to a file, readable by its owner only, since
 * it can hold a link that resets a password.
 *
 * @param file - path of the outbox
 */
export function outbox(file: string): EmailAdapter {
  return () => ({
    name: 'outbox',
    defaultFromAddress: 'citegate@localhost',
    defaultFromName: 'Citegate',
    sendEmail: async (message) => {
      const line = JSON.stringify({ at: new Date().toISOString(), ...message })
      await appendFile(file, `${line}\n`, { mode: 0o600 })
    },
  })
}
