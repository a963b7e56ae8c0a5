import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import canonicalize from 'canonicalize'
import { withoutForm } from '../feedPaths.ts'
import { type Json, parsedJson } from '../unknownJson.ts'
import { lockName } from './pulledLock.ts'
import type { ReleaseLedger } from './releaseLedger.ts'
import type { ReleaseSource } from './releaseSource.ts'

const tombstoneEnd = '.tombstone.json'

/**
 * Judges what lies in a pulled folder beside the files of its release: a tombstone for everything that
 * was withdrawn, and nothing else.
 */
export async function judgePulled(
  folder: string,
  { files }: ReleaseSource,
  withdrawn: ReadonlyMap<string, Json>,
  ledger: ReleaseLedger,
): Promise<void> {
  const stones = new Map(
    [...withdrawn].map(([path, stone]) => [`${withoutForm(path)}${tombstoneEnd}`, stone]),
  )
  for (const path of await filesIn(folder)) {
    if (files.has(path) || path === lockName || path.startsWith('.tuf/')) continue
    const stone = stones.get(path)
    if (stone === undefined) {
      ledger.report(path, 'not-in-release', 'The release has no such file.')
      continue
    }
    stones.delete(path)
    const said = parsedJson(await readFile(join(folder, path)))
    if (canonicalize(said) === canonicalize(stone)) continue
    ledger.report(path, 'tampered', 'It does not say what the index of the channel says.')
  }
  for (const path of stones.keys()) {
    ledger.report(path, 'missing', 'Nothing says here that the item was withdrawn.')
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}
