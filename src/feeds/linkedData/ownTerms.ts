import type { Certainty, Stance } from '../../domain/model/index.ts'
import { feedUrl, vocabularyPath } from '../model/index.ts'
import type { NodeReference } from './jsonLd.ts'

/** What schema.org has no word for, in our own namespace; `vocabulary.ts` says what each one means. */
export interface OwnClaimTerms {
  readonly 'citegate:certainty'?: NodeReference
  readonly 'citegate:certaintyReason'?: string
  readonly 'citegate:supportedBy'?: readonly NodeReference[]
  readonly 'citegate:contradictedBy'?: readonly NodeReference[]
  readonly 'citegate:background'?: readonly NodeReference[]
}

/** The same, for a source. */
export interface OwnWorkTerms {
  readonly 'citegate:oxfordLevel'?: number
}

/** The property that leads from a claim to a source, by the stance of the source. */
export const stanceTerms = {
  supports: 'citegate:supportedBy',
  contradicts: 'citegate:contradictedBy',
  background: 'citegate:background',
} as const satisfies Record<Stance, keyof OwnClaimTerms>

/**
 * Where our own terms live: in the publisher's feed, so that a term's address leads to its meaning,
 * signed like all else. Nobody has to keep a second site alive for as long as the feed is read.
 */
export function ownNamespace(publicUrl: string): string {
  return `${feedUrl(publicUrl, vocabularyPath)}#`
}

/** The context of every item: schema.org's, and our own terms behind their prefix. */
export function itemJsonLdContext(
  publicUrl: string,
): readonly ['https://schema.org', { readonly citegate: string }] {
  return ['https://schema.org', { citegate: ownNamespace(publicUrl) }]
}

/** A member of one of schema.org's enumerations: its context would read a bare string as text. */
export function schemaMember<Name extends string>(
  name: Name,
): { readonly '@id': `schema:${Name}` } {
  return { '@id': `schema:${name}` }
}

/** GRADE certainty as a concept of our own namespace. */
export function certaintyConcept(certainty: Certainty): NodeReference {
  return { '@id': `citegate:certainty-${certainty}` }
}
