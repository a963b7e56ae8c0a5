import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { eachConcurrently } from '../eachConcurrently.ts'
import { sha256Hex } from '../sha256Hex.ts'
import { syncFiles, syncFolder } from './durability.ts'
import type { FolderLayout, StagingLayout } from './folderLayout.ts'
import { type Journal, dropEmptyStaging, healStaging } from './healFolder.ts'

const atOnce = 16

/** An object that was put, waiting in the staging folder. */
export interface StagedObject {
  readonly name: string
  readonly number: number
  /** What was there before had lost its bytes; the release before needs it too. */
  readonly isRepair: boolean
}

/**
 * Puts a release in place; the caller holds the store's lock and has compared the pointer. Each
 * step is on disk before the next begins: staged objects, journal and pointer; objects in place;
 * pointer in place. Readers see nothing of it until the last.
 */
export async function commitToFolder(
  layout: FolderLayout,
  staging: StagingLayout,
  objects: readonly StagedObject[],
  pointer: Uint8Array,
): Promise<void> {
  try {
    await writeAll(layout, staging, objects, pointer)
    await placeObjects(layout, staging, objects)
    await makeFolders(layout, [dirname(layout.pointer)])
    await rename(staging.pointer, layout.pointer)
    await syncFolder(dirname(layout.pointer))
  } catch (error) {
    // What cannot be taken back now, the next transaction will; the cause matters more.
    await healStaging(layout, staging).catch(() => undefined)
    throw error
  }
  // The release stands; what cannot be tidied up now, the next transaction will.
  await rm(staging.folder, { recursive: true, force: true }).catch(() => undefined)
  await dropEmptyStaging(layout)
}

async function writeAll(
  layout: FolderLayout,
  staging: StagingLayout,
  objects: readonly StagedObject[],
  pointer: Uint8Array,
): Promise<void> {
  const journal: Journal = {
    objects: objects.filter(({ isRepair }) => !isRepair).map(({ name }) => name),
    pointer: sha256Hex(pointer),
  }
  await writeFile(staging.journal, JSON.stringify(journal))
  await writeFile(staging.pointer, pointer)
  const staged = objects.map(({ number }) => staging.object(number))
  await syncFiles(staging.folder, [...staged, staging.journal, staging.pointer])
  for (const folder of [staging.folder, layout.staging, layout.root]) await syncFolder(folder)
}

async function placeObjects(
  layout: FolderLayout,
  staging: StagingLayout,
  objects: readonly StagedObject[],
): Promise<void> {
  const folders = new Set(objects.map(({ name }) => dirname(layout.object(name))))
  await makeFolders(layout, folders)
  await eachConcurrently(objects, atOnce, ({ name, number }) =>
    rename(staging.object(number), layout.object(name)),
  )
  await eachConcurrently(folders, atOnce, syncFolder)
}

/** Folders that are new are themselves names in the folders above them. */
async function makeFolders(layout: FolderLayout, folders: Iterable<string>): Promise<void> {
  const changed = new Set<string>()
  for (const folder of folders) {
    const topmost = await mkdir(folder, { recursive: true })
    if (topmost === undefined) continue
    for (let made = folder; made !== layout.root; made = dirname(made)) changed.add(dirname(made))
  }
  await eachConcurrently(changed, atOnce, syncFolder)
}
