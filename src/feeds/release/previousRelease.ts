import { digestOf } from '../items/index.ts'
import { channelIndexPath, indexPath, jsonFeedPath, referencesPath } from '../model/index.ts'
import type { ChannelIndexFile, JsonFeedFile, ReferencesFile } from '../schemas/index.ts'
import { feedSchemas } from '../schemas/index.ts'
import type { ChannelLists } from './channelLists.ts'
import { entriesIn } from './indexEntries.ts'

/** The release that a new one follows. */
export interface PreviousRelease {
  readonly release: number
  /** Digest of its `index.json`. */
  readonly digest: string
  /** By channel key. */
  readonly channels: ReadonlyMap<string, ChannelLists>
}

/**
 * Reads what the next release has to know of the last one out of its own lists. `read` gives the
 * body of a file of that release.
 *
 * @throws if one of its lists is missing or does not have the shape of its schema
 */
export function previousRelease(read: (path: string) => string | undefined): PreviousRelease {
  const index = bodyOf(read, indexPath)
  const { release, channels } = feedSchemas.index.parse(JSON.parse(index))
  return {
    release,
    digest: digestOf(index),
    channels: new Map(
      channels.map(({ key }) => [
        key,
        channelListsIn(
          bodyOf(read, channelIndexPath(key)),
          bodyOf(read, referencesPath(key)),
          read(jsonFeedPath(key)),
        ),
      ]),
    ),
  }
}

/**
 * Reads the lists of a channel, whose shape was checked when they were published. Early releases have
 * no feed of the newest items.
 */
export function channelListsIn(index: string, references: string, feed?: string): ChannelLists {
  const entries = entriesIn(index)
  const { tombstones } = JSON.parse(withoutItems(index)) as Pick<ChannelIndexFile, 'tombstones'>
  return {
    entries,
    tombstones,
    references: JSON.parse(references) as ReferencesFile,
    referencesText: references,
    ...(feed === undefined ? {} : { recent: (JSON.parse(feed) as JsonFeedFile).items }),
  }
}

/** The items are many, and taken over as they are. */
function withoutItems(index: string): string {
  const start = index.indexOf('\n  "items": [')
  const end = index.indexOf('\n  ],', start)
  return start === -1 || end === -1
    ? index
    : `${index.slice(0, start)}\n  "items": [${index.slice(end)}`
}

function bodyOf(read: (path: string) => string | undefined, path: string): string {
  const body = read(path)
  if (body === undefined) throw new Error(`The last release has no ${path}. Verify the store.`)
  return body
}
