import type { PhrasingContent, Root } from 'mdast'

/**
 * Rich text as the core knows it: an mdast tree, plus four nodes of our own. Database ids never
 * occur in it: claims stand as keys, images as `media:<sha256>` URLs.
 */
export type RichText = Root

/** The place in a sentence where a claim's statement stands. The words live on the claim. */
export interface ClaimReference {
  type: 'claimReference'
  /** Key of the claim. */
  claim: string
}

/** What stands in a claim's place after the claim has left the feed. */
export interface ClaimNotice {
  type: 'claimNotice'
  claim: string
  /** ISO 8601 date (YYYY-MM-DD) on which the claim left. */
  date: string
  reason: string
}

/** Raised text, as in 10⁹. Text only, so that every renderer can keep it. */
export interface Superscript {
  type: 'superscript'
  value: string
}

/** Lowered text, as in H₂O. */
export interface Subscript {
  type: 'subscript'
  value: string
}

declare module 'mdast' {
  interface PhrasingContentMap {
    claimReference: ClaimReference
    claimNotice: ClaimNotice
    superscript: Superscript
    subscript: Subscript
  }
  interface RootContentMap {
    claimReference: ClaimReference
    claimNotice: ClaimNotice
    superscript: Superscript
    subscript: Subscript
  }
}

export type Phrasing = PhrasingContent
