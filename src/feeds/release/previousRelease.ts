import type { PreviousChannel, PreviousRelease } from '../model/index.ts'
import { channelIndexPath, indexPath } from '../model/index.ts'
import { feedSchemas } from '../schemas/index.ts'

/**
 * Reads what the next release has to know of the last one out of its own lists. `read` gives the
 * body of a file of that release, `digest` names its manifest.
 *
 * @throws if one of its indexes is missing or does not have the shape of its schema
 */
export function previousRelease(
  read: (path: string) => string | undefined,
  digest?: string,
): PreviousRelease {
  const { release, channels } = feedSchemas.index.parse(parsed(read, indexPath))
  return {
    release,
    ...(digest === undefined ? {} : { digest }),
    channels: new Map(channels.map(({ key }) => [key, previousChannel(read, key)])),
  }
}

function previousChannel(
  read: (path: string) => string | undefined,
  channel: string,
): PreviousChannel {
  const { items, tombstones } = feedSchemas.channel.parse(parsed(read, channelIndexPath(channel)))
  return { items, tombstones }
}

function parsed(read: (path: string) => string | undefined, path: string): unknown {
  const body = read(path)
  if (body === undefined) throw new Error(`The last release has no ${path}. Verify the store.`)
  return JSON.parse(body)
}
