import type { ReleaseLedger } from './releaseLedger.ts'

/** Links from file to file within a release. The rest of the web is not ours to check. */
export class FeedLinks {
  /** Address of the feed's root as its files spell it; its index says. */
  root = 'https://feed.invalid/feeds/v1/'
  readonly #files: { readonly has: (path: string) => boolean }
  readonly #ledger: ReleaseLedger
  /** Those that lead to no file, by the file they stand in. */
  readonly #broken = new Map<string, Set<string>>()
  readonly #sound = new Map<string, Set<string>>()

  constructor(files: { readonly has: (path: string) => boolean }, ledger: ReleaseLedger) {
    this.#files = files
    this.#ledger = ledger
  }

  take(from: string, to: string): void {
    const kept = this.#files.has(to) ? this.#sound : this.#broken
    const targets = kept.get(from) ?? new Set()
    if (targets.has(to)) return
    kept.set(from, targets.add(to))
    this.#ledger.checked.links += 1
  }

  /** Takes a link in when it leads into the feed. */
  takeAddress(from: string, address: string): void {
    const base = this.root + from
    if (!URL.canParse(address, base)) {
      this.#ledger.report(from, 'bad-link', `${JSON.stringify(address)} is no address.`)
      return
    }
    const url = new URL(address, base)
    url.hash = ''
    url.search = ''
    if (url.href.startsWith(this.root)) this.take(from, url.href.slice(this.root.length))
  }

  /** A file has been read to its end: its sound links need not be remembered. */
  forget(from: string): void {
    this.#sound.delete(from)
  }

  /** Reports every link that leads nowhere. */
  judge(withdrawn: { readonly has: (path: string) => boolean }): void {
    for (const [from, targets] of this.#broken) {
      for (const to of targets) {
        const state = withdrawn.has(to) ? 'withdrawn' : 'missing'
        const message = `It points to ${to || 'the root'}, which is ${state}.`
        this.#ledger.report(from, 'broken-link', message)
      }
    }
  }
}
