import type { Pointer } from '../releaseStore.ts'
import { sha256Hex } from '../sha256Hex.ts'
import type { FolderLayout } from './folderLayout.ts'
import { readIfThere } from './readIfThere.ts'

export async function readFolderPointer(layout: FolderLayout): Promise<Pointer | null> {
  const bytes = await readIfThere(layout.pointer)
  return bytes && folderPointer(bytes)
}

export function folderPointer(bytes: Uint8Array): Pointer {
  return { bytes, tag: sha256Hex(bytes) }
}
