import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { gatedSlugs, referenceFields } from '../projection/index.ts'

/** Public names of everything, live or draft, that refers to a document, in order. */
export async function dependentsOf(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
): Promise<string[]> {
  return [...(await liveNames(req, slug, id)), ...(await draftNames(req, slug, id))]
    .filter((name, index, names) => names.indexOf(name) === index)
    .sort()
}

/** Public names of everything that readers have and that refers to a document, in order. */
export async function liveDependentsOf(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
): Promise<string[]> {
  return (await liveNames(req, slug, id)).sort()
}

async function liveNames(req: PayloadRequest, slug: GatedSlug, id: string): Promise<string[]> {
  const names: string[] = []
  for (const referring of gatedSlugs) {
    const where = referringTo(slug, id, referring, '')
    if (where === undefined) continue
    const { docs } = await req.payload.db.find<GatedDocument>({
      ...all,
      collection: referring,
      where: { and: [{ _status: { equals: 'published' } }, where] },
      req,
    })
    names.push(...namesOf(referring, docs, id))
  }
  if (slug !== 'therapies') return names
  const { docs } = await req.payload.db.find<GatedDocument>({
    ...all,
    collection: 'channels',
    where: { 'slots.when.therapies': { equals: id } },
    req,
  })
  return [...names, ...namesOf('channels', docs, id)]
}

async function draftNames(req: PayloadRequest, slug: GatedSlug, id: string): Promise<string[]> {
  const names: string[] = []
  for (const referring of gatedSlugs) {
    const where = referringTo(slug, id, referring, 'version.')
    if (where === undefined) continue
    const { docs } = await req.payload.db.queryDrafts<GatedDocument & { id: string }>({
      ...all,
      collection: referring,
      where,
      req,
    })
    names.push(...namesOf(referring, docs, id))
  }
  return names
}

const all = { limit: 0, pagination: false } as const

function namesOf(slug: CollectionSlug, documents: readonly GatedDocument[], id: string): string[] {
  return documents.flatMap((document) =>
    String(document.id) === id ? [] : `${slug}/${String(document['key'])}`,
  )
}

/** Asks for documents of a collection that refer to another; undefined where it never does. */
function referringTo(
  slug: GatedSlug,
  id: string,
  referring: GatedSlug,
  prefix: '' | 'version.',
): Where | undefined {
  const inFields = Object.entries(referenceFields[referring]).flatMap(([path, to]) =>
    to === slug ? [path] : [],
  )
  // Claims that stand in texts are kept beside them in a field of their own.
  const isPage = referring === 'therapies' || referring === 'articles'
  const paths = slug === 'claims' && isPage ? [...inFields, 'claimsUsed'] : inFields
  if (paths.length === 0) return undefined
  return { or: paths.map((path) => ({ [`${prefix}${path}`]: { equals: id } })) }
}
