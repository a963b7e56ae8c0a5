/** Rich text that cannot be carried over without loss: where it stands and why. */
export interface RichTextRefusal {
  readonly ok: false
  /** Path in the document that was handed in, e.g. `root.children.2.children.0`. */
  readonly place: string
  readonly message: string
}

/** Carries a refusal up through the recursion; never leaves the function that was called. */
export class Refused extends Error {
  readonly place: string

  constructor(place: string, message: string) {
    super(message)
    this.name = 'Refused'
    this.place = place
  }
}

/** Runs `work` and turns a refusal in its depth into data. Every other error is a bug and passes. */
export function orRefusal<T>(work: () => T): T | RichTextRefusal {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refused) return { ok: false, place: error.place, message: error.message }
    throw error
  }
}
