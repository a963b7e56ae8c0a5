/** The names most like one that nobody has: at most three, the likest first. */
export function nearNames(wrong: string, known: Iterable<string>): readonly string[] {
  const key = wrong.slice(wrong.indexOf('/') + 1)
  const limit = Math.max(2, Math.floor(wrong.length / 3))
  return [...known]
    .map((name) => ({ name, distance: distanceBetween(wrong, name) }))
    .filter(({ name, distance }) => distance <= limit || name.includes(key))
    .toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
}

/** Levenshtein distance: how many letters have to be changed, added or taken away. */
function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1]
    for (let index = 0; index < other.length; index += 1) {
      const substituted = (row[index] ?? 0) + (one[at] === other[index] ? 0 : 1)
      next.push(Math.min(substituted, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
