/** What is wrong with something whose path is known to whoever asked. */
export interface Flaw {
  readonly code: string
  readonly message: string
}
