import { unlink } from 'node:fs/promises'
import { eachConcurrently } from '../eachConcurrently.ts'
import { type CollectOptions, type CollectOutcome, conflict } from '../releaseStore.ts'
import type { FolderLayout } from './folderLayout.ts'
import { listFolder } from './listFolder.ts'
import { readFolderPointer } from './readFolderPointer.ts'
import { unlessMissing } from './readIfThere.ts'

const removalsAtOnce = 16

/**
 * Removes what is not needed; the caller holds the store's lock.
 *
 * Why no publisher that runs beside this commits a pointer to what is removed: a pointer names what
 * its publisher staged, what it found held, and what the release it started from has. The staged
 * lies where this does not look until a commit places it, under the lock. The held is looked at once
 * more under the lock, before the commit: what this removed before makes it a conflict, and nothing
 * is removed after. The release it started from is the current one, or the commit is a conflict; of
 * the current one (it has to be `expected`) all is needed.
 */
export async function collectFolder(
  layout: FolderLayout,
  options: CollectOptions,
): Promise<CollectOutcome> {
  if ((await readFolderPointer(layout))?.tag !== options.expected.tag) return conflict
  let removed = 0
  let bytes = 0
  await eachConcurrently(listFolder(layout, ''), removalsAtOnce, async (object) => {
    if (object.modified >= options.olderThan || options.isNeeded(object.name)) return
    if (options.isDryRun !== true) await unlessMissing(unlink(layout.object(object.name)))
    removed += 1
    bytes += object.bytes
  })
  return { ok: true, removed, bytes }
}
