import { execFile } from 'node:child_process'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { eachConcurrently } from '../eachConcurrently.ts'

/** From here on one sync of the whole file system is faster than one per file. */
const manyFiles = 128
const openAtOnce = 16

/** Returns when the disk has the bytes of all files, which lie in one folder. */
export async function syncFiles(folder: string, files: readonly string[]): Promise<void> {
  if (files.length >= manyFiles && (await syncFileSystem(folder))) return
  await eachConcurrently(files, openAtOnce, (file) => syncPath(file, 'r+'))
}

/**
 * Returns when the disk has a folder's list of names: what was renamed into it stays renamed after
 * a power cut. Windows cannot open a folder, and needs no such call.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await syncPath(folder, 'r')
}

async function syncPath(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** syncfs(2) through coreutils, for Node has no call for it. False where that is not to be had. */
async function syncFileSystem(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return false
  try {
    await promisify(execFile)('sync', ['-f', folder])
    return true
  } catch {
    return false
  }
}
