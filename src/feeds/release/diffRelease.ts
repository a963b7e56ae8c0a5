import { digestOf } from '../items/index.ts'
import type { FeedFile } from '../model/index.ts'
import { compareText, indexPath, isChangesPath } from '../model/index.ts'

/** How a rendered release differs from the one before, in paths, each list sorted. */
export interface ReleaseDifference {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  /** False when a new release would only carry a new number. */
  readonly hasChanged: boolean
}

/**
 * Compares a rendered release with the digests of the one before, by path. `index.json` and the
 * lists of changes name the release and always differ; what else they say stands in the channel
 * indexes too, so they are not compared. Media files are named by their digest and go with the items
 * that show them; only text files are compared.
 */
export function diffRelease(
  previousFiles: ReadonlyMap<string, string>,
  files: readonly FeedFile[],
): ReleaseDifference {
  const next = new Map(files.map(({ path, body }) => [path, body]))
  const paths = [...next.keys()].filter(isCompared)
  const added = paths.filter((path) => !previousFiles.has(path))
  const changed = paths.filter((path) => {
    const before = previousFiles.get(path)
    return before !== undefined && before !== digestOf(next.get(path) ?? '')
  })
  const removed = [...previousFiles.keys()].filter((path) => isCompared(path) && !next.has(path))
  return {
    added: added.sort(compareText),
    changed: changed.sort(compareText),
    removed: removed.sort(compareText),
    hasChanged: added.length + changed.length + removed.length > 0,
  }
}

function isCompared(path: string): boolean {
  return path !== indexPath && !isChangesPath(path) && !/^(media|metadata)\//.test(path)
}
