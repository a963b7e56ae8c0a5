import type { Where } from 'payload'
import type { GatedDocument, GatedSlug } from './kinds.ts'
import type { Reader } from './reader.ts'

/** Id and key of the documents that a query finds in the main table. */
export async function findNames(
  { payload, req, tellRead }: Reader,
  slug: GatedSlug,
  where: Where,
): Promise<readonly GatedDocument[]> {
  const { docs } = await payload.db.find<GatedDocument>({
    collection: slug,
    where,
    select: { key: true },
    limit: 0,
    pagination: false,
    ...(req === undefined ? {} : { req }),
  })
  tellRead?.(docs.length)
  return docs
}
