import { releasedKinds } from '../../domain/release/index.ts'
import type { ReleasedItem, ReleasedKind } from '../../domain/release/index.ts'

export { releasedKinds as feedKinds }
export type { ReleasedItem as ItemName, ReleasedKind as FeedKind }

/** Orders items by kind as in `releasedKinds`, then by key. */
export function compareItems(a: ReleasedItem, b: ReleasedItem): number {
  const byKind = releasedKinds.indexOf(a.kind) - releasedKinds.indexOf(b.kind)
  return byKind === 0 ? compareText(a.key, b.key) : byKind
}

/** Orders the newest first, those of one instant by kind and key; what has no instant is last. */
export function newestFirst(a: DatedName, b: DatedName): number {
  return compareText(b.at ?? '', a.at ?? '') || compareItems(a, b)
}

/** An item and an ISO instant. */
export interface DatedName extends ReleasedItem {
  readonly at: string | undefined
}

/** Orders by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
