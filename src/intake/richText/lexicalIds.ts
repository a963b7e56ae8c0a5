/** What rich text cannot know of the database it is written to. */
export interface LexicalIds {
  /** Database id of the claim with this key; undefined when there is none. */
  readonly claimId: (key: string) => string | undefined
  /** Names links and inline blocks; counts up from 1 when not given. */
  readonly newId?: () => string
}
