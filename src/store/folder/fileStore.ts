import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isObjectName } from '../objectName.ts'
import type { ReleaseStore } from '../releaseStore.ts'
import { collectFolder } from './collectFolder.ts'
import { withFileLock } from './fileLock.ts'
import { folderLayout } from './folderLayout.ts'
import { beginInFolder } from './folderTransaction.ts'
import { listFolder } from './listFolder.ts'
import { readFolderPointer } from './readFolderPointer.ts'
import { readIfThere } from './readIfThere.ts'
import { withCause } from './withCause.ts'

export interface FileStoreOptions {
  /** How long to wait for a commit or a collection of somebody else to end. */
  readonly lockWaitMs?: number
}

/**
 * A store in a folder. Reading needs no right to write and works while another process commits; the
 * folder need not exist before the first transaction.
 */
export function fileStore(folder: string, options: FileStoreOptions = {}): ReleaseStore {
  const layout = folderLayout(resolve(folder))
  const lockWaitMs = options.lockWaitMs ?? 60_000
  return {
    place: layout.root,
    pointer: () => readFolderPointer(layout),
    read: async (name) => (isObjectName(name) ? readIfThere(layout.object(name)) : null),
    list: (prefix) => listFolder(layout, prefix),
    begin: () => withCause(layout.root, () => beginInFolder(layout, lockWaitMs)),
    collect: (collection) =>
      withCause(layout.root, async () => {
        await mkdir(layout.root, { recursive: true })
        return withFileLock(layout.lock, lockWaitMs, () => collectFolder(layout, collection))
      }),
  }
}
