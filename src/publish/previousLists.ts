import {
  channelIndexPath,
  indexPath,
  jsonFeedPath,
  previousRelease,
  referencesPath,
} from '../feeds/index.ts'
import type { PreviousRelease } from '../feeds/index.ts'
import type { OpenedRelease } from '../repository/index.ts'

/** What this process released last: a store that has moved on since has another digest. */
let last: PreviousRelease | undefined

/** Saves the next release of this process from reading the lists that it has just written. */
export function rememberLists(release: PreviousRelease): void {
  last = release
}

/** What the next release has to know of the last one. */
export async function readPrevious(base: OpenedRelease): Promise<PreviousRelease> {
  if (last?.release === base.release && last.digest === base.digest) return last
  return readLists(base)
}

/** The same, out of its lists. */
export async function readLists(base: OpenedRelease): Promise<PreviousRelease> {
  const bodies = new Map<string, string>()
  const read = async (path: string) => {
    const body = new TextDecoder().decode(await base.read(path))
    bodies.set(path, body)
    return body
  }
  const { channels } = JSON.parse(await read(indexPath)) as { channels: readonly { key: string }[] }
  for (const { key } of channels) {
    await read(channelIndexPath(key))
    await read(referencesPath(key))
    const feed = jsonFeedPath(key)
    if ((await base.find(feed)) !== undefined) await read(feed)
  }
  return previousRelease((path) => bodies.get(path))
}
