/** One number, beside the number a bare program reached on the same machine in the same run. */
export interface Measure {
  /** What was measured, e.g. `200 answers`. */
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What the floor is, e.g. `bare node:http`, and what it reached in the same unit. */
  readonly floor: { readonly name: string; readonly value: number }
  /** Value over floor; for times and sizes, where less is better, floor over value. */
  readonly ratio: number
  /** The least ratio that is good enough. */
  readonly target?: number
}

export interface BenchmarkInput {
  /** Takes seconds instead of minutes and says less that is certain. */
  readonly isQuick: boolean
  readonly progress: (text: string) => void
}

/** One thing worth measuring. */
export interface Benchmark {
  /** Kebab-case; the command line chooses by it. */
  readonly name: string
  readonly about: string
  /** Runs only when it is named. */
  readonly isLong?: true
  readonly run: (input: BenchmarkInput) => Promise<readonly Measure[]>
}
