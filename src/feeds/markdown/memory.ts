/**
 * Remembers what was computed lately, up to some millions of characters: what was not asked for while
 * half of them were filled is forgotten.
 */
export class Memory<V extends { readonly markdown: string }> {
  readonly #capacity: number
  #young = new Map<string, V>()
  #old = new Map<string, V>()
  #size = 0

  constructor(characters: number) {
    this.#capacity = characters / 2
  }

  get(key: string): V | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: string, value: V): void {
    if (this.#size > this.#capacity) {
      this.#old = this.#young
      this.#young = new Map()
      this.#size = 0
    }
    this.#young.set(key, value)
    this.#size += key.length + value.markdown.length
  }
}
