import { fillEmptyDatabase } from './fillEmptyDatabase.ts'
import { withPayload } from './withPayload.ts'

/**
 * All that comes before serving: data folder, migrations, first content, first release. Safe to run
 * again; a second time it finds everything done.
 *
 * @param say - told what is being done, one line each
 */
export async function prepare(say: (line: string) => void): Promise<void> {
  await withPayload((payload) => fillEmptyDatabase(payload, say))
}
