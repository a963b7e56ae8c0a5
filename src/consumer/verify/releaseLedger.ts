/** Something in a release that is not as it has to be. The code is permanent. */
export interface ReleaseProblem {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** How much of each sort was looked at. */
export interface Checked {
  readonly files: number
  readonly schemas: number
  /** Pairs of a file and a path of the feed that it points to. */
  readonly links: number
  /** Live items. */
  readonly items: number
  readonly approvals: number
  /** Pairs of an item and a disclaimer that it needs. */
  readonly disclaimers: number
}

/** What the reading of a release brings together. */
export class ReleaseLedger {
  readonly problems: ReleaseProblem[] = []
  readonly checked: { -readonly [K in keyof Checked]: Checked[K] } = {
    files: 0,
    schemas: 0,
    links: 0,
    items: 0,
    approvals: 0,
    disclaimers: 0,
  }
  /** Files that the release has, and this copy of it has not. */
  leftOut = 0
  /** Paths of those that need a key which this reader does not have. */
  readonly locked = new Set<string>()

  report(path: string, code: string, message: string): void {
    this.problems.push({ path, code, message })
  }

  /** By path. */
  sorted(): readonly ReleaseProblem[] {
    return this.problems.toSorted(
      (a, b) => order(a.path, b.path) || order(a.code, b.code) || order(a.message, b.message),
    )
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
