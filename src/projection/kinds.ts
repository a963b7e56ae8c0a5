import type { SubjectKind, SubjectName } from '../domain/model/index.ts'

/** Collections behind the gate, and the kind of subject each holds. */
const kindBySlug = {
  studies: 'study',
  claims: 'claim',
  therapies: 'therapy',
  articles: 'article',
  conditions: 'condition',
  disclaimers: 'disclaimer',
} as const satisfies Record<string, SubjectKind>

export type GatedSlug = keyof typeof kindBySlug

/** What a document can refer to. */
export type ReferredSlug = GatedSlug | 'channels' | 'media'

export const gatedSlugs = Object.keys(kindBySlug) as readonly GatedSlug[]

/**
 * A document as hooks and database reads hand it over: a draft, so that any field may be missing.
 * Each projection reads the fields of its own collection.
 */
export type GatedDocument = Readonly<Record<string, unknown>> & { readonly id?: string | number }

export function isGatedSlug(slug: string): slug is GatedSlug {
  return Object.hasOwn(kindBySlug, slug)
}

export function kindOf(slug: GatedSlug): SubjectKind {
  return kindBySlug[slug]
}

export function nameOf(slug: GatedSlug, key: string): SubjectName {
  return `${kindBySlug[slug]}/${key}`
}

/** The collection that holds what a public name names. */
export function slugOf(name: SubjectName): GatedSlug {
  const [kind] = name.split('/')
  const slug = gatedSlugs.find((each) => kindBySlug[each] === kind)
  if (slug === undefined) throw new Error(`No collection holds ${name}.`)
  return slug
}
