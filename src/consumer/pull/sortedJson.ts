/**
 * JSON as the publisher of a feed writes it, names sorted: what is put together again from its parts
 * has the same bytes, and so the digest that is signed.
 */
export function sortedJson(value: unknown): string {
  return `${JSON.stringify(value, sortNames, 2)}\n`
}

function sortNames(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
