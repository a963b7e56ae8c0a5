import canonicalize from 'canonicalize'
import type { Subject } from '../domain/model/index.ts'

/** Top-level places at which two texts of a subject differ; all of them for a new one. */
export function changedPlaces(before: Subject | undefined, next: Subject): string[] {
  const places = new Set([...Object.keys(before ?? {}), ...Object.keys(next)])
  places.delete('kind')
  const at = (subject: Subject | undefined, place: string) =>
    canonicalize((subject as Readonly<Record<string, unknown>> | undefined)?.[place] ?? null)
  return [...places].filter((place) => at(before, place) !== at(next, place)).sort()
}
