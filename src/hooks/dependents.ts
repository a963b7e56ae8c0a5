import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { gatedSlugs, pathsTo } from '../projection/index.ts'

/** A text that refers to a document. */
export interface Dependent {
  readonly slug: GatedSlug
  readonly document: GatedDocument
}

/** Public names of everything, live or draft, that refers to a document, in order. */
export async function dependentsOf(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
): Promise<string[]> {
  const drafts = (await draftDependents(req, slug, id)).map(nameOf)
  return [...new Set([...(await liveDependentsOf(req, slug, id)), ...drafts])].sort()
}

/** Public names of everything that readers have and that refers to a document, in order. */
export async function liveDependentsOf(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
): Promise<string[]> {
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
    names.push(...others(docs, id).map((document) => nameOf({ slug: referring, document })))
  }
  if (slug === 'therapies') {
    const { docs } = await req.payload.db.find<GatedDocument>({
      ...all,
      collection: 'channels',
      where: { 'slots.when.therapies': { equals: id } },
      req,
    })
    names.push(...docs.map((document) => nameOf({ slug: 'channels', document })))
  }
  return names.sort()
}

/** The newest texts that refer to a document, live or not. */
export async function draftDependents(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
): Promise<Dependent[]> {
  const dependents: Dependent[] = []
  for (const referring of gatedSlugs) {
    const where = referringTo(slug, id, referring, 'version.')
    if (where === undefined) continue
    const { docs } = await req.payload.db.queryDrafts<GatedDocument & { id: string }>({
      ...all,
      collection: referring,
      where,
      req,
    })
    dependents.push(...others(docs, id).map((document) => ({ slug: referring, document })))
  }
  return dependents
}

const all = { limit: 0, pagination: false } as const

function others(documents: readonly GatedDocument[], id: string): GatedDocument[] {
  return documents.filter((document) => String(document.id) !== id)
}

function nameOf({
  slug,
  document,
}: {
  readonly slug: CollectionSlug
  readonly document: GatedDocument
}): string {
  return `${slug}/${String(document['key'])}`
}

/** Asks for documents of a collection that refer to another; undefined where it never does. */
function referringTo(
  slug: GatedSlug,
  id: string,
  referring: GatedSlug,
  prefix: '' | 'version.',
): Where | undefined {
  const paths = pathsTo(slug, referring)
  if (paths.length === 0) return undefined
  return { or: paths.map((path) => ({ [`${prefix}${path}`]: { equals: id } })) }
}
