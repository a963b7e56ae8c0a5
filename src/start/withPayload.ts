import { BasePayload } from 'payload'
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
  // Not getPayload: outside of production it also looks for a development server to follow.
  const payload = await new BasePayload().init({ config })
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}
