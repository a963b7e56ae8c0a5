import { join } from 'node:path'
import { pointerName } from '../objectName.ts'

/** Where things lie in the folder of a store. */
export interface FolderLayout {
  readonly root: string
  readonly lock: string
  readonly pointer: string
  /** Has a folder for each transaction under way, or cut off. */
  readonly staging: string
  readonly object: (name: string) => string
}

/** Where the folder of one transaction has its things. */
export interface StagingLayout {
  readonly folder: string
  /** Held by the transaction for as long as it lives. */
  readonly lock: string
  /** Says what is about to be put in place. */
  readonly journal: string
  readonly pointer: string
  readonly object: (number: number) => string
}

/** The layout of a store in a folder: its objects by their names, `lock` and `staging`. */
export function folderLayout(root: string): FolderLayout {
  const object = (name: string) => join(root, ...name.split('/'))
  return {
    root,
    lock: join(root, 'lock'),
    pointer: object(pointerName),
    staging: join(root, 'staging'),
    object,
  }
}

export function stagingLayout(layout: FolderLayout, id: string): StagingLayout {
  const folder = join(layout.staging, id)
  return {
    folder,
    lock: join(folder, 'lock'),
    journal: join(folder, 'journal'),
    pointer: join(folder, 'pointer'),
    object: (number) => join(folder, `${String(number)}.object`),
  }
}
