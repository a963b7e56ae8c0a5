/** The same value with the names of every object sorted; itself where they are sorted already. */
export function sorted<T>(value: T): T
export function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? sortedMembers(value) : sortedProperties(value)
}

function sortedMembers(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined
  for (let index = 0; index < list.length; index += 1) {
    const member = sorted(list[index])
    if (copy === undefined && member !== list[index]) copy = list.slice(0, index)
    copy?.push(member)
  }
  return copy ?? list
}

function sortedProperties(value: object): object {
  let isSorted = true
  let last = ''
  const entries: [string, unknown][] = []
  for (const [name, own] of Object.entries(value)) {
    const property = sorted<unknown>(own)
    if (name < last || property !== own) isSorted = false
    last = name
    entries.push([name, property])
  }
  return isSorted ? value : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
