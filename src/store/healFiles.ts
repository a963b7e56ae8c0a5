import { readdir, rm } from 'node:fs/promises'
import { syncFolder } from './durability.ts'
import type { FileLayout } from './fileLayout.ts'
import { isMissing, readIfThere } from './readIfThere.ts'
import type { Healed, Pointer } from './releaseStore.ts'

/** What a commit is about to put in place; on disk before the first object is. */
export interface Journal {
  readonly release: number
  /** The blobs no release needs but this one. */
  readonly blobs: readonly string[]
}

/**
 * Removes what a commit that was cut off has left. To be called by the holder of the lock only. The
 * staging folder is the last thing a commit removes: where there is none, there is nothing to heal.
 */
export async function healFiles(
  layout: FileLayout,
  pointer: Pointer | null,
): Promise<Healed | null> {
  const staged = await namesIn(layout.staging)
  if (staged === null) return null
  const journal = decodeJournal(await readIfThere(layout.journal))
  const wasCommitted = journal !== null && journal.release <= (pointer?.release ?? 0)
  const inPlace =
    journal === null || wasCommitted
      ? []
      : [layout.manifest(journal.release), ...journal.blobs.map(layout.blob)]
  const leftovers = staged.map(layout.staged).filter((file) => file !== layout.journal)
  let removed = 0
  for (const file of [...inPlace, ...leftovers]) if (await removeIfThere(file)) removed += 1
  if (inPlace.length > 0) await syncIfThere(layout.releases)
  // The journal goes last: if this is cut off as well, the next commit begins it again.
  await rm(layout.staging, { recursive: true, force: true })
  return { release: journal?.release ?? null, wasCommitted, removed }
}

async function namesIn(folder: string): Promise<readonly string[] | null> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function removeIfThere(file: string): Promise<boolean> {
  try {
    await rm(file)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

async function syncIfThere(folder: string): Promise<void> {
  try {
    await syncFolder(folder)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** A journal that was cut off itself counts as none: nothing was put in place before it was whole. */
function decodeJournal(bytes: Buffer | null): Journal | null {
  try {
    return bytes === null ? null : (JSON.parse(bytes.toString()) as Journal)
  } catch {
    return null
  }
}
