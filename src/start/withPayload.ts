import type { BasePayload } from 'payload'
import { getPayload } from 'payload'
import { prepareDataDir } from './prepareDataDir.ts'

/**
 * Opens the database for one piece of work, and closes it whatever becomes of that.
 *
 * @throws DatabaseRefused when the database cannot be used, StartRefused when the data folder cannot
 */
export async function withPayload<T>(work: (payload: BasePayload) => Promise<T>): Promise<T> {
  prepareDataDir()
  // Read after the line above: the configuration takes the secret that it may have made.
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}
