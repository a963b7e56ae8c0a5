import type { BasePayload } from 'payload'
import { standingInWords } from '../domain/release/index.ts'
import type { OpenedRelease } from '../repository/index.ts'
import { compareWithStore } from './compareWithStore.ts'

/** A publication that would tell readers less than they have been told. Nothing was written. */
export class PublicationRefused extends Error {
  override name = 'PublicationRefused'
  readonly code = 'out-of-step'
}

/**
 * Refuses to publish from a database that knows less than the store: one that was restored from an
 * older backup, or another one. Somebody has to look at what would be lost first.
 *
 * @param isAccepted - somebody has
 * @returns the number of the next release: none is used twice, in the store or in the database; and
 *   whether there has to be one whatever has changed, so that store and database are in step again
 * @throws PublicationRefused, naming what the store has that the database has not
 */
export async function nextRelease(
  payload: BasePayload,
  base: OpenedRelease | null,
  isAccepted: boolean,
): Promise<{ readonly release: number; readonly isDue: boolean }> {
  const { standing, unknown } = await compareWithStore(payload, base)
  const listed = 'listed' in standing ? standing.listed : 0
  const release = Math.max(standing.release, listed) + 1
  const isSafe = standing.standing === 'in-step' || standing.standing === 'record-missing'
  if (isSafe || isAccepted) return { release, isDue: !isSafe }
  throw new PublicationRefused(
    [
      'No release was made.',
      ...standingInWords(standing, unknown),
      'To publish all the same: npm run feeds:publish -- --accept-older-database',
    ].join('\n'),
  )
}
