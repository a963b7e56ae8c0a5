import type { Reference } from './keys.ts'
import { idOf } from './keys.ts'
import type { GatedDocument, GatedSlug, ReferredSlug } from './kinds.ts'

/** One reference of a document. */
export interface FoundReference {
  /** Field path, e.g. `citations.study`; for rich text the field that holds it. */
  readonly place: string
  readonly to: ReferredSlug
  /** Database id, as it was sent or stored. */
  readonly id: string
}

/** Relationship fields, by collection: path and the collection it leads to. */
export const referenceFields: Readonly<
  Record<GatedSlug, Readonly<Record<string, Exclude<ReferredSlug, 'media'>>>>
> = {
  studies: {},
  claims: {
    therapy: 'therapies',
    condition: 'conditions',
    'citations.study': 'studies',
    translationOf: 'claims',
  },
  therapies: {
    conditions: 'conditions',
    channels: 'channels',
    'statusNotEstablished.therapy': 'therapies',
    translationOf: 'therapies',
  },
  articles: {
    therapies: 'therapies',
    conditions: 'conditions',
    channels: 'channels',
    'statusNotEstablished.therapy': 'therapies',
    translationOf: 'articles',
  },
  conditions: {},
  disclaimers: { translationOf: 'disclaimers' },
}

/** Fields of a collection that lead to another. Claims in texts are kept beside them in a field of their own. */
export function pathsTo(slug: GatedSlug, referring: GatedSlug): readonly string[] {
  const inFields = Object.entries(referenceFields[referring]).flatMap(([path, to]) =>
    to === slug ? [path] : [],
  )
  const isPage = referring === 'therapies' || referring === 'articles'
  return slug === 'claims' && isPage ? [...inFields, 'claimsUsed'] : inFields
}

/** Everything a document refers to, in fields and in its texts. */
export function referencesIn(slug: GatedSlug, document: GatedDocument): FoundReference[] {
  const inFields = Object.entries(referenceFields[slug]).flatMap(([place, to]) =>
    idsAt(document, place).map((id): FoundReference => ({ place, to, id })),
  )
  const claims = claimIdsIn(document).map((id): FoundReference => ({
    place: 'sections',
    to: 'claims',
    id,
  }))
  const media = mediaIdsIn(document).map((id): FoundReference => ({
    place: 'sections',
    to: 'media',
    id,
  }))
  return [...inFields, ...claims, ...media]
}

function idsAt(document: GatedDocument, place: string): string[] {
  const [field = '', inner] = place.split('.')
  const value = document[field]
  const entries: unknown[] = Array.isArray(value) ? value : [value]
  return entries.flatMap((entry) => {
    const reference =
      inner === undefined ? entry : ((entry ?? {}) as Readonly<Record<string, unknown>>)[inner]
    return idOf(reference as Reference) ?? []
  })
}

/** Ids of the claims that stand in a page document's texts, in reading order, each once. */
export function claimIdsIn(document: GatedDocument): string[] {
  return collect(document, (node) => {
    const fields = node['fields'] as Record<string, unknown> | undefined
    return node['type'] === 'inlineBlock' && fields?.['blockType'] === 'claim'
      ? idOf(fields['claim'] as Reference)
      : undefined
  })
}

/** Ids of the images that stand in a document's texts. */
export function mediaIdsIn(document: GatedDocument): string[] {
  return collect(document, (node) =>
    node['type'] === 'upload' ? idOf(node['value'] as Reference) : undefined,
  )
}

type LexicalNode = Readonly<Record<string, unknown>>

function collect(
  document: GatedDocument,
  pick: (node: LexicalNode) => string | undefined,
): string[] {
  const found = new Set<string>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    const node = value as LexicalNode
    const picked = pick(node)
    if (picked !== undefined) found.add(picked)
    const children = node['children']
    if (Array.isArray(children)) for (const child of children) visit(child)
  }
  const sections: unknown = document['sections']
  const texts: unknown[] = [document['body']]
  if (Array.isArray(sections))
    for (const section of sections) texts.push((section as LexicalNode | null)?.['body'])
  for (const text of texts) {
    if (typeof text === 'object' && text !== null && 'root' in text) visit(text.root)
  }
  return [...found]
}
