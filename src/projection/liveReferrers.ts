import type { Where } from 'payload'
import { findNames } from './findNames.ts'
import type { GatedSlug } from './kinds.ts'
import { gatedSlugs } from './kinds.ts'
import type { Reader } from './reader.ts'
import { pathsTo } from './references.ts'

/** Keys of documents, by collection. */
export type KeysBySlug = ReadonlyMap<GatedSlug, ReadonlySet<string>>

/**
 * The live texts that refer to some documents of one collection: they cite them, speak of them, show
 * them or translate them.
 *
 * @param keys - public keys of the documents, which need not be live themselves
 */
export async function liveReferrers(
  reader: Reader,
  slug: GatedSlug,
  keys: ReadonlySet<string>,
): Promise<KeysBySlug> {
  const found = new Map<GatedSlug, ReadonlySet<string>>()
  if (keys.size === 0) return found
  const ids = await idsOf(reader, slug, keys)
  if (ids.length === 0) return found
  for (const referring of gatedSlugs) {
    const paths = pathsTo(slug, referring)
    if (paths.length === 0) continue
    const documents = await findNames(reader, referring, {
      and: [
        { _status: { equals: 'published' } },
        { or: paths.map((path): Where => ({ [path]: { in: ids } })) },
      ],
    })
    found.set(referring, new Set(documents.map(({ key }) => String(key))))
  }
  return found
}

/** The keys of all live documents of a collection, sorted. */
export async function liveKeys(reader: Reader, slug: GatedSlug): Promise<readonly string[]> {
  const documents = await findNames(reader, slug, { _status: { equals: 'published' } })
  return documents.map(({ key }) => String(key)).sort()
}

async function idsOf(
  reader: Reader,
  slug: GatedSlug,
  keys: ReadonlySet<string>,
): Promise<readonly string[]> {
  return (await findNames(reader, slug, { key: { in: [...keys] } })).map(({ id }) => String(id))
}
