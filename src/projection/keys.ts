import type { ReferredSlug } from './kinds.ts'

/** A relationship at depth 0 is an id, populated it is a document, unset it is null. */
export type Reference = string | number | { id: string | number } | null | undefined

/** The id a relationship holds, or undefined. */
export function idOf(reference: Reference): string | undefined {
  if (reference === null || reference === undefined) return undefined
  // Bodies of requests can hold anything here; what is no id leads nowhere and is told.
  return typeof reference === 'object'
    ? String('id' in reference ? reference.id : JSON.stringify(reference))
    : String(reference)
}

/** Public names of documents, by database id. */
export interface Keys {
  /** The key of a document, or `unknown` for an id that leads nowhere: rules then say so. */
  readonly of: (reference: Reference) => string
  /** Whether the id is that of a document of this very collection. */
  readonly holds: (slug: ReferredSlug, id: string) => boolean
  readonly media: (id: string) => MediaFile | undefined
}

export interface MediaFile {
  readonly sha256: string
  readonly alt: string
  readonly extension: string
}

/** Stands for a document that does not exist any more. No key looks like it. */
export const unknownKey = 'unknown?'
