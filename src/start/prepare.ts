import type { Telling } from './fillEmptyDatabase.ts'
import { withPayload } from './withPayload.ts'

/**
 * All that comes before serving: data folder, migrations, first content, first release. Safe to run
 * again; a second time it finds everything done.
 */
export async function prepare(telling: Telling): Promise<void> {
  await withPayload(async (payload) => {
    const { fillEmptyDatabase } = await import('./fillEmptyDatabase.ts')
    await fillEmptyDatabase(payload, telling)
  })
}
