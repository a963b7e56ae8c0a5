/** JSON with the names of every object sorted, so that the same content has the same bytes. */
export function sortedJson(value: unknown): string {
  return `${JSON.stringify(value, sortNames, 2)}\n`
}

function sortNames(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
