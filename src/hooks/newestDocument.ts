import type { PayloadRequest } from 'payload'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'

/** The newest text of a document, draft or live, at depth 0; undefined when there is none. */
export async function newestDocument(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
): Promise<GatedDocument | undefined> {
  const { docs } = await req.payload.db.queryDrafts<GatedDocument & { id: string }>({
    collection: slug,
    where: { parent: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]
}

/** The live text of a document, at depth 0; undefined when none is live. */
export async function liveDocument(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
): Promise<GatedDocument | undefined> {
  const main = await req.payload.db.findOne<GatedDocument & { id: string }>({
    collection: slug,
    where: { id: { equals: id } },
    req,
  })
  return main?.['_status'] === 'published' ? main : undefined
}
