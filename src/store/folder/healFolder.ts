import { readdir, rm, rmdir, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { eachConcurrently } from '../eachConcurrently.ts'
import type { Healed } from '../releaseStore.ts'
import { sha256Hex } from '../sha256Hex.ts'
import { syncFolder } from './durability.ts'
import { takeFileLock } from './fileLock.ts'
import { type FolderLayout, type StagingLayout, stagingLayout } from './folderLayout.ts'
import { readIfThere, sizeIfThere, unlessMissing } from './readIfThere.ts'

const removalsAtOnce = 16

/** What a commit is about to put in place; on disk before the first object is. */
export interface Journal {
  /** Names of the objects that were not there before. */
  readonly objects: readonly string[]
  /** Digest of the pointer that will name them. */
  readonly pointer: string
}

/**
 * Removes what transactions whose process is gone have left. To be called by the holder of the
 * store's lock only.
 */
export async function healFolder(layout: FolderLayout): Promise<Healed | null> {
  let healed: Healed | null = null
  const listed = await unlessMissing(readdir(layout.staging, { withFileTypes: true }))
  for (const entry of listed ?? []) {
    const staging = stagingLayout(layout, entry.name)
    if (!entry.isDirectory() || (await isAlive(staging))) continue
    healed = bothHealed(healed, await healStaging(layout, staging))
  }
  await dropEmptyStaging(layout)
  return healed
}

/**
 * Its owner made folder and lock while it held the store's lock: where no lock is, there is no owner
 * (and on a full disk none can be made).
 */
async function isAlive(staging: StagingLayout): Promise<boolean> {
  if ((await sizeIfThere(staging.lock)) === null) return false
  const lock = await takeFileLock(staging.lock)
  lock?.release()
  return lock === null
}

export function bothHealed(one: Healed | null, other: Healed | null): Healed | null {
  if (one === null || other === null) return one ?? other
  return {
    removed: one.removed + other.removed,
    wasCommitted: one.wasCommitted || other.wasCommitted,
  }
}

/** Takes back one transaction, unless readers see its release already. */
export async function healStaging(layout: FolderLayout, staging: StagingLayout): Promise<Healed> {
  const journal = decodeJournal(await readIfThere(staging.journal))
  const pointer = await readIfThere(layout.pointer)
  const wasCommitted =
    journal !== null && pointer !== null && journal.pointer === sha256Hex(pointer)
  const inPlace = journal === null || wasCommitted ? [] : journal.objects.map(layout.object)
  let removed = (await readdir(staging.folder)).filter((name) => name.endsWith('.object')).length
  await eachConcurrently(inPlace, removalsAtOnce, async (file) => {
    const wasThere = await unlessMissing(unlink(file).then(() => true))
    if (wasThere === true) removed += 1
  })
  for (const folder of new Set(inPlace.map((file) => dirname(file)))) {
    await unlessMissing(syncFolder(folder))
  }
  // The journal goes last: if this is cut off as well, the next one begins it again.
  await rm(staging.folder, { recursive: true, force: true })
  return { removed, wasCommitted }
}

/** A folder that others use stays. */
export async function dropEmptyStaging(layout: FolderLayout): Promise<void> {
  await rmdir(layout.staging).catch(() => undefined)
}

/** A journal that was cut off itself counts as none: nothing was put in place before it was whole. */
function decodeJournal(bytes: Buffer | null): Journal | null {
  try {
    return bytes === null ? null : (JSON.parse(bytes.toString()) as Journal)
  } catch {
    return null
  }
}
