import { env } from '../env.ts'
import type { ItemName } from '../feeds/index.ts'
import { openRelease } from '../repository/index.ts'
import { openStore } from '../store/index.ts'
import { readPrevious } from './previousLists.ts'

/** Where an item stood, or stands. */
export interface Departure {
  readonly channel: string
  /** The release in which it was gone for the first time; null while the newest one has it. */
  readonly goneIn: number | null
}

/** The channels of the newest release that have an item, or say that they had it. */
export async function departuresOf({ kind, key }: ItemName): Promise<readonly Departure[]> {
  const release = await openRelease(openStore(env.storeLocation, env))
  if (release === null) return []
  const { channels } = await readPrevious(release)
  const departures: Departure[] = []
  for (const [channel, { entries, tombstones }] of channels) {
    const tombstone = tombstones.find((gone) => gone.kind === kind && gone.key === key)
    if (tombstone !== undefined) departures.push({ channel, goneIn: tombstone.release })
    else if (entries.has(`${kind}/${key}`)) departures.push({ channel, goneIn: null })
  }
  return departures
}
