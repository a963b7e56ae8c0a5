import type { ItemName } from '../model/index.ts'
import type { ItemContext } from './itemContext.ts'
import { renderItem } from './renderItem.ts'
import type { ItemRefusal, RenderedItem } from './renderItem.ts'

/** What became of some items, each list in the order in which they were asked for. */
export interface RenderedItems {
  readonly items: readonly RenderedItem[]
  readonly refusals: readonly ItemRefusal[]
}

/**
 * Renders some items of a channel. However the items of a channel are divided, each has the same
 * bytes, as long as the context knows what it names and, of a study, the claims that cite it.
 */
export function renderItems(names: readonly ItemName[], context: ItemContext): RenderedItems {
  const results = names.map((name) => renderItem(name, context))
  return {
    items: results.flatMap((result) => (result.ok ? [result.item] : [])),
    refusals: results.flatMap((result) => (result.ok ? [] : [result.refusal])),
  }
}
