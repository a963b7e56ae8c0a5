/** Answers what the database ids in a Lexical state stand for. */
export interface LexicalReferences {
  /** Key of the claim with this database id; undefined when there is none. */
  readonly claimKey: (id: string) => string | undefined
  readonly media: (id: string) => ReferencedMedia | undefined
}

export interface ReferencedMedia {
  /** Lower-case hex digest of the file. */
  readonly sha256: string
  /** What the image shows, for those who cannot see it. Empty for pure decoration. */
  readonly alt: string
  readonly extension: string
}
