import { env } from '../env.ts'
import type { ChangesFile, ReleasePublished } from '../feeds/index.ts'
import { changesPath, releaseEvent } from '../feeds/index.ts'
import type { OpenedRelease } from '../repository/index.ts'
import { openRelease } from '../repository/index.ts'
import { openStore } from '../store/index.ts'

/** What the list of releases says of one. */
export interface ListedRelease {
  readonly number: number
  readonly digest: string
  readonly at: string
}

/** Makes the events of releases, reading each list of changes once. */
export type EventMaker = (
  release: ListedRelease,
  channels: readonly string[],
) => Promise<ReleasePublished>

/** Events of what the store holds; a channel that is not in a release has nothing to tell of it. */
export async function eventMaker(): Promise<EventMaker> {
  const current = await openRelease(openStore(env.storeLocation, env))
  const read = new Map<string, Promise<ChangesFile | undefined>>()
  const changesIn = (path: string) => {
    const known = read.get(path) ?? changesOf(current, path)
    read.set(path, known)
    return known
  }
  return async ({ number, digest, at }, channels) => {
    const changes = []
    for (const channel of channels) changes.push(await changesIn(changesPath(channel, number)))
    return releaseEvent({
      publicUrl: env.publicUrl,
      ...{ release: number, digest, at },
      changes: changes.filter((each) => each !== undefined),
    })
  }
}

async function changesOf(
  current: OpenedRelease | null,
  path: string,
): Promise<ChangesFile | undefined> {
  if (current === null || (await current.find(path)) === undefined) return undefined
  return JSON.parse(new TextDecoder().decode(await current.read(path))) as ChangesFile
}

/** The id of the event: the same for all who are told of the release. */
export function releaseEventId({ number, digest }: ListedRelease): string {
  return `release-${String(number)}-${digest.slice(0, 16)}`
}
