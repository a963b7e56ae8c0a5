import type { SubjectName } from '../domain/model/index.ts'
import type { GatedSlug, KeysBySlug } from '../projection/index.ts'
import { gatedSlugs, nameOf } from '../projection/index.ts'

/** Subjects by collection, as they are gathered. */
export class KeySets {
  readonly #sets = new Map<GatedSlug, Set<string>>()

  constructor(from: KeysBySlug = new Map()) {
    this.addAll(from)
  }

  of(slug: GatedSlug): ReadonlySet<string> {
    return this.#sets.get(slug) ?? new Set()
  }

  add(slug: GatedSlug, keys: Iterable<string>): void {
    const set = this.#sets.get(slug) ?? new Set()
    for (const key of keys) set.add(key)
    this.#sets.set(slug, set)
  }

  /** Takes over the keys of some collections, or of all. */
  addAll(from: KeysBySlug | KeySets, slugs: readonly GatedSlug[] = gatedSlugs): void {
    for (const slug of slugs) {
      const keys = from instanceof KeySets ? from.of(slug) : from.get(slug)
      if (keys !== undefined) this.add(slug, keys)
    }
  }

  names(): ReadonlySet<SubjectName> {
    return new Set(gatedSlugs.flatMap((slug) => [...this.of(slug)].map((key) => nameOf(slug, key))))
  }

  /** The keys of a collection in their order, a part at a time. */
  *parts(slug: GatedSlug, size: number): Generator<readonly string[]> {
    const keys = [...this.of(slug)].sort()
    for (let start = 0; start < keys.length; start += size) yield keys.slice(start, start + size)
  }
}
