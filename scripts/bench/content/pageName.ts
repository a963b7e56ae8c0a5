/** A page before it is written. */
export interface PageName {
  readonly key: string
  readonly title: string
  readonly topic: number
  /** Keys. */
  readonly therapy: string
  readonly condition: string
}
