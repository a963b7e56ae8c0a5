import { readFile, readdir, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '../../../src/store/index.ts'

/** Every name in a folder, with the digest of the bytes or where the link leads. */
export async function folderSnapshot(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const [name, entry] of walk(await realpath(folder))) {
    if (entry.isFile) found[name] = sha256Hex(await readFile(entry.path))
    else found[name] = entry.isLink ? `-> ${await readlink(entry.path)}` : 'folder'
  }
  return found
}

/** The files of a pulled release as text, without what the reader keeps for itself. */
export async function pulledFiles(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const [name, { isFile, path }] of walk(await realpath(folder))) {
    if (!isFile || name.startsWith('.tuf/') || name === 'citegate.lock.json') continue
    found[name] = await readFile(path, 'utf8')
  }
  return found
}

interface Entry {
  readonly path: string
  readonly isFile: boolean
  readonly isLink: boolean
}

/** Follows no links, as `readdir` with `recursive` would. */
async function* walk(folder: string, below = ''): AsyncGenerator<readonly [string, Entry]> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const [name, path] = [below + entry.name, join(folder, entry.name)]
    yield [name, { path, isFile: entry.isFile(), isLink: entry.isSymbolicLink() }]
    if (entry.isDirectory()) yield* walk(path, `${name}/`)
  }
}
