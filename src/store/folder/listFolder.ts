import { opendir, stat } from 'node:fs/promises'
import { isObjectName } from '../objectName.ts'
import type { HeldObject } from '../releaseStore.ts'
import type { FolderLayout } from './folderLayout.ts'
import { unlessMissing } from './readIfThere.ts'

/** Walks the objects whose names start with the prefix; what vanishes meanwhile is left out. */
export async function* listFolder(
  layout: FolderLayout,
  prefix: string,
): AsyncGenerator<HeldObject, void, undefined> {
  for (const top of ['metadata', 'targets']) yield* walk(layout, top, prefix)
}

async function* walk(
  layout: FolderLayout,
  name: string,
  prefix: string,
): AsyncGenerator<HeldObject, void, undefined> {
  if (!`${name}/`.startsWith(prefix) && !prefix.startsWith(`${name}/`)) return
  const folder = await unlessMissing(opendir(layout.object(name)))
  if (folder === null) return
  for await (const entry of folder) {
    const inside = `${name}/${entry.name}`
    if (entry.isDirectory()) yield* walk(layout, inside, prefix)
    else if (inside.startsWith(prefix) && isObjectName(inside)) {
      const found = await unlessMissing(stat(layout.object(inside)))
      if (found) yield { name: inside, bytes: found.size, modified: found.mtime }
    }
  }
}
