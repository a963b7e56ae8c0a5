import type { TargetEntry } from '../releaseMark.ts'
import { type Json, parsedJson, recordOf, recordsOf, textOf } from '../unknownJson.ts'
import { indexPath, laterLists } from '../feedPaths.ts'

/** Longer than any file of a feed: the length of content that only its digest names is not known. */
const longest = 64 * 1024 * 1024

/** A list by the digest that something verified names; null when it is not there to be read. */
export type ReadList = (path: string, sha256: string) => Promise<Uint8Array | null>

/** All that an index names by its digest, and all that the lists name which can be read. */
export async function contentOf(
  digest: string,
  readList: ReadList,
): Promise<ReadonlyMap<string, TargetEntry>> {
  const files = new Map<string, TargetEntry>()
  const add = (path: unknown, sha256: unknown): void => {
    if (typeof path !== 'string' || typeof sha256 !== 'string') return
    files.set(path, { sha256, bytes: longest })
  }
  const read = async (path: string, sha256: string | null): Promise<Json> => {
    const bytes = sha256 === null ? null : await readList(path, sha256)
    return bytes === null ? {} : recordOf(parsedJson(bytes))
  }

  add(indexPath, digest)
  const index = await read(indexPath, digest)
  const schemaDigests = recordOf(index.schemaDigests)
  for (const [name, path] of Object.entries(recordOf(index.schemas))) add(path, schemaDigests[name])
  for (const { path, digest: own } of [index.guide, index.vocabulary].map(recordOf)) add(path, own)
  for (const channel of recordsOf(index.channels)) {
    const digests = recordOf(channel.digests)
    const path = textOf(channel.path) ?? ''
    const list = await read(path, textOf(digests.index))
    add(path, digests.index)
    add(channel.changes, digests.changes)
    const key = textOf(channel.key) ?? ''
    add(`${key}/references.json`, digests.references)
    for (const [name, list] of laterLists(key)) add(list, digests[name])
    for (const { paths, digests: of, media } of recordsOf(list.items)) {
      add(recordOf(paths).json, recordOf(of).json)
      add(recordOf(paths).markdown, recordOf(of).markdown)
      for (const file of Array.isArray(media) ? (media as readonly unknown[]) : []) {
        add(file, /[0-9a-f]{64}/.exec(String(file))?.[0])
      }
    }
  }
  return files
}
