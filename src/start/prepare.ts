import { getPayload } from 'payload'
import { fillEmptyDatabase } from './fillEmptyDatabase.ts'
import { prepareDataDir } from './prepareDataDir.ts'

/**
 * All that comes before serving: data folder, migrations, first content, first release. Safe to run
 * again; a second time it finds everything done.
 *
 * @param say - told what is being done, one line each
 */
export async function prepare(say: (line: string) => void): Promise<void> {
  prepareDataDir()
  // Read after the line above: the configuration takes the secret that it may have made.
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  try {
    await fillEmptyDatabase(payload, say)
  } finally {
    await payload.destroy()
  }
}
