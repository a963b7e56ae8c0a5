/**
 * Keeps the bytes used last, up to a total. Several who ask for the same bytes while they are being
 * made wait for one making.
 */
export class ByteCache {
  readonly #limit: number
  /** The one used longest ago comes first. */
  readonly #held = new Map<string, Uint8Array>()
  readonly #making = new Map<string, Promise<Uint8Array>>()
  #total = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** How many bytes it holds. */
  get total(): number {
    return this.#total
  }

  get(key: string): Uint8Array | undefined {
    const bytes = this.#held.get(key)
    if (bytes !== undefined) {
      this.#held.delete(key)
      this.#held.set(key, bytes)
    }
    return bytes
  }

  /** The bytes held, or else those that `make` resolves with. What rejects is not remembered. */
  async load(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const held = this.get(key) ?? this.#making.get(key)
    if (held !== undefined) return held
    const making = make()
      .then((bytes) => {
        this.#keep(key, bytes)
        return bytes
      })
      .finally(() => this.#making.delete(key))
    this.#making.set(key, making)
    return making
  }

  #keep(key: string, bytes: Uint8Array): void {
    if (bytes.byteLength > this.#limit) return
    this.#held.set(key, bytes)
    this.#total += bytes.byteLength
    for (const [oldest, dropped] of this.#held) {
      if (this.#total <= this.#limit) return
      this.#held.delete(oldest)
      this.#total -= dropped.byteLength
    }
  }
}
