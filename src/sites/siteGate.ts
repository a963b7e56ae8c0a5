import type { KeptKey, KeyRing } from './keyRing.ts'
import type { Receipt, ReceiptOutcome, ReceiptProblem } from './receipt.ts'

/** What became of a receipt. */
export type ReceiptAnswer =
  | {
      readonly ok: true
      readonly outcomes: readonly { readonly channel: string; readonly outcome: ReceiptOutcome }[]
    }
  | { readonly ok: false; readonly code: ReceiptProblem; readonly message: string }

/** The release that readers get now. */
export interface Served {
  readonly release: number
  /** SHA-256 of its `index.json`. */
  readonly digest: string
}

/** How far a site is behind in a channel, for whoever counts. */
export interface SiteLag {
  readonly site: string
  readonly channel: string
  readonly releases: number
}

/** What the server of feeds asks of whoever keeps the sites. It knows no CMS; behind this is one. */
export interface SiteGate {
  /** Looks a key up. In memory: it is asked on every request for a private channel. */
  readonly keyOf: KeyRing
  /** Notes that a key was used; at most once a minute each is written down. */
  readonly used: (key: KeptKey) => void
  readonly receive: (
    key: KeptKey,
    receipt: Receipt,
    served: Served | null,
  ) => Promise<ReceiptAnswer>
  readonly lags: () => Promise<readonly SiteLag[]>
  /** Reads the keys again; when it resolves, what was committed before counts. */
  readonly reload: () => Promise<void>
}

const place = Symbol.for('citegate.siteGate')
type Holder = Record<typeof place, SiteGate | undefined>

/**
 * Makes a gate known to the whole process. Next bundles the CMS apart from the program that serves, so
 * that a module is there twice: only what is global is there once.
 */
export function installSiteGate(gate: SiteGate | undefined): void {
  ;(globalThis as unknown as Holder)[place] = gate
}

/** The gate of this process; undefined until the CMS is open, and where there is none. */
export function siteGate(): SiteGate | undefined {
  return (globalThis as unknown as Holder)[place]
}
