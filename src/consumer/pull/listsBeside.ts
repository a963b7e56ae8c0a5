import { isForSubscribers } from '../feedPaths.ts'
import { FeedRefused } from '../feedProblem.ts'
import type { ReleaseMark } from '../releaseMark.ts'
import type { WantedFile } from './channelIndex.ts'
import { pathOf } from './feedIndex.ts'
import type { ItemFormat } from './keptState.ts'

/**
 * What stands in a folder beside its items: what `index.json` pins of it, and what the signed metadata
 * alone names.
 *
 * @param folder - a channel's; empty at the root of the feed
 * @param own - lists of the folder that the reader puts together itself
 * @param pinned - digests in `index.json`, by path
 * @throws FeedRefused `mixed`
 */
export function listsBeside(
  folder: string,
  own: readonly string[],
  pinned: ReadonlyMap<string, string>,
  { mark, format }: { readonly mark: ReleaseMark; readonly format: ItemFormat },
): readonly WantedFile[] {
  // What is for subscribers is left to them unless all is asked for.
  const isPulled = (path: string) => format === 'all' || !isForSubscribers(path)
  const named = [...mark.lists].filter(
    ([path]) => folderOf(path) === folder && !own.includes(path) && !pinned.has(path),
  )
  return [
    ...[...pinned]
      .filter(([path]) => isPulled(path))
      .map(([path, sha256]) => known({ path, sha256 }, mark)),
    ...named
      .filter(([path]) => isPulled(path))
      .map(([path, entry]) => ({ path: pathOf(path), ...entry })),
  ]
}

/**
 * A file that `index.json` pins, with the length that the signed metadata has for it.
 *
 * @throws FeedRefused `mixed` where that has another file there
 */
export function known(file: WantedFile, { lists }: ReleaseMark): WantedFile {
  const entry = lists.get(file.path)
  if (entry === undefined) return file
  if (entry.sha256 === file.sha256) return { ...file, bytes: entry.bytes }
  throw new FeedRefused(
    'mixed',
    `index.json names another ${file.path} than the signed metadata of the release.`,
  )
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
