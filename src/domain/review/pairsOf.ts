/** A member of a list with its position there. */
interface Placed<T> {
  readonly value: T
  readonly index: number
}

/** A member before and after; one of them is absent for what is gone or new. */
export type Pair<T> =
  | { readonly before: Placed<T>; readonly after?: Placed<T> }
  | { readonly before?: undefined; readonly after: Placed<T> }

/** Beyond this many comparisons the middle of two lists is paired member by member. */
const mostComparisons = 1_000_000

/**
 * Lines two lists up: members with the same label stand beside each other, as many as can in one
 * order, and what lies between them is paired from the front.
 */
export function pairsOf<T>(
  before: readonly T[],
  after: readonly T[],
  labelOf: (member: T) => string,
): readonly Pair<T>[] {
  const [old, next] = [before, after].map((list) => list.map(labelOf)) as [string[], string[]]
  const pairs: Pair<T>[] = []
  let [i, j] = [0, 0]
  const gap = (toOld: number, toNext: number) => {
    while (i < toOld || j < toNext) {
      const gone = i < toOld ? placed(before, i++) : undefined
      const come = j < toNext ? placed(after, j++) : undefined
      if (gone !== undefined) pairs.push({ before: gone, ...(come && { after: come }) })
      else if (come !== undefined) pairs.push({ after: come })
    }
  }
  for (const [atOld, atNext] of commonIn(old, next)) {
    gap(atOld, atNext)
    gap(atOld + 1, atNext + 1)
  }
  gap(before.length, after.length)
  return pairs
}

function placed<T>(list: readonly T[], index: number): Placed<T> {
  return { value: list[index] as T, index }
}

/** Positions of a longest common subsequence, in order. */
function commonIn(
  old: readonly string[],
  next: readonly string[],
): readonly (readonly [number, number])[] {
  let start = 0
  while (start < Math.min(old.length, next.length) && old[start] === next[start]) start += 1
  let end = 0
  while (
    end < Math.min(old.length, next.length) - start &&
    old[old.length - 1 - end] === next[next.length - 1 - end]
  ) {
    end += 1
  }
  const [rows, columns] = [old.length - start - end, next.length - start - end]
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...(rows * columns > mostComparisons
      ? []
      : middle(old.slice(start, start + rows), next.slice(start, start + columns)).map(
          ([i, j]) => [start + i, start + j] as const,
        )),
    ...Array.from(
      { length: end },
      (_, index) => [old.length - end + index, next.length - end + index] as const,
    ),
  ]
}

function middle(
  old: readonly string[],
  next: readonly string[],
): readonly (readonly [number, number])[] {
  const width = next.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = next.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === next[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const common: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < old.length && j < next.length;) {
    if (old[i] === next[j]) common.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return common
}
