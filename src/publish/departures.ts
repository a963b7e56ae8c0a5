import { env } from '../env.ts'
import type { ItemName } from '../feeds/index.ts'
import { channelIndexPath, indexPath } from '../feeds/index.ts'
import { openRelease } from '../repository/index.ts'
import { openStore } from '../store/index.ts'

/** Where an item stood, or stands. */
export interface Departure {
  readonly channel: string
  /** The release in which it was gone for the first time; null while the newest one has it. */
  readonly goneIn: number | null
}

interface Lists {
  readonly items: readonly ItemName[]
  readonly tombstones: readonly (ItemName & { readonly release: number })[]
}

/** The channels of the newest release that have an item, or say that they had it. */
export async function departuresOf({ kind, key }: ItemName): Promise<readonly Departure[]> {
  const release = await openRelease(openStore(env.storeLocation, env))
  if (release === null) return []
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await release.read(path)))
  const isMeant = (item: ItemName): boolean => item.kind === kind && item.key === key
  const { channels } = (await read(indexPath)) as { channels: readonly { key: string }[] }
  const departures: Departure[] = []
  for (const { key: channel } of channels) {
    const { items, tombstones } = (await read(channelIndexPath(channel))) as Lists
    const tombstone = tombstones.find(isMeant)
    if (tombstone !== undefined) departures.push({ channel, goneIn: tombstone.release })
    else if (items.some(isMeant)) departures.push({ channel, goneIn: null })
  }
  return departures
}
