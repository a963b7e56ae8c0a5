import { sorted } from './sorted.ts'

/** JSON with the names of every object sorted, so that the same content has the same bytes. */
export function sortedJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`
}
