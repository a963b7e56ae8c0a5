import { certainties, type Certainty } from '../model/index.ts'

/** Positive if `a` is more certain than `b`, negative if less, 0 if equal. */
export function compareCertainty(a: Certainty, b: Certainty): number {
  return certainties.indexOf(b) - certainties.indexOf(a)
}

/** The highest of some certainties, undefined if there is none. */
export function highestCertainty(all: readonly Certainty[]): Certainty | undefined {
  return all.toSorted(compareCertainty).at(-1)
}
