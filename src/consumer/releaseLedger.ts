import type { ItemSays } from './itemAgreement.ts'
import type { Found } from './releaseSource.ts'

/** Something in a release that is not as it has to be. The code is permanent. */
export interface ReleaseProblem {
  readonly path: string
  readonly code: string
  readonly message: string
}

interface ExpectedDigest {
  readonly path: string
  readonly sha256: string
  /** The file that says so. */
  readonly from: string
}

/** What reading the files of a release brings together, to be judged when all are read. */
export class ReleaseLedger {
  /** Address of the feed's root as its files spell it; its index says. */
  root = 'https://feed.invalid/feeds/v1/'
  readonly problems: ReleaseProblem[] = []
  /** What was found at each path that was looked at; of a file, only its digest is kept. */
  readonly found = new Map<string, { readonly state: Found['state']; readonly sha256?: string }>()
  /** Paths of the feed that a file points to, by that file. */
  readonly links = new Map<string, Set<string>>()
  readonly expectedDigests: ExpectedDigest[] = []
  /** Paths that have to be gone, and the index that says so. */
  readonly withdrawn = new Map<string, string>()
  /** By path without form: what each form of an item says, and what its channel's index says. */
  readonly json = new Map<string, ItemSays>()
  readonly markdown = new Map<string, ItemSays>()
  readonly listed = new Map<string, ItemSays>()

  report(path: string, code: string, message: string): void {
    this.problems.push({ path, code, message })
  }

  link(from: string, to: string): void {
    const targets = this.links.get(from)
    if (targets === undefined) this.links.set(from, new Set([to]))
    else targets.add(to)
  }

  /** Takes a link in when it leads into the feed; the rest of the web is not ours to check. */
  linkAddress(from: string, address: string): void {
    const base = this.root + from
    if (!URL.canParse(address, base)) {
      this.report(from, 'bad-link', `${JSON.stringify(address)} is no address.`)
      return
    }
    const url = new URL(address, base)
    url.hash = ''
    url.search = ''
    if (url.href.startsWith(this.root)) this.link(from, url.href.slice(this.root.length))
  }

  /** Paths that something speaks of and nobody has looked at. */
  unread(): readonly string[] {
    const spokenOf = new Set(this.withdrawn.keys())
    for (const targets of this.links.values()) for (const to of targets) spokenOf.add(to)
    return [...spokenOf].filter((path) => !this.found.has(path))
  }
}
