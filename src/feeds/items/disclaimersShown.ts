import type { RootContent } from 'mdast'
import { slotsOf } from '../../domain/disclaimers/index.ts'
import type { Claim, Disclaimer, Page, SlotPlace } from '../../domain/model/index.ts'
import type { ItemContent } from '../schemas/index.ts'
import type { ItemContext } from './itemContext.ts'
import { markdownOf } from './markdownOf.ts'
import { plainText } from './plainText.ts'
import { readableBlocks } from './readableBlocks.ts'
import { Refused, disclaimerDirective } from '../tree/index.ts'

/** A disclaimer in the slot that it fills on one page. */
export interface ShownDisclaimer {
  readonly disclaimer: Disclaimer
  readonly slot: string
  readonly place: SlotPlace
  /** Keys of the claims that made it necessary; none: the whole page. */
  readonly claims: readonly string[]
}

/**
 * The disclaimers of a page or claim in this channel, in the channel's order. A slot beside claims
 * that no claim asked for has no claim to stand beside; it stands at the top.
 */
export function disclaimersShown(
  subject: Page | Claim,
  { channel, graph }: ItemContext,
): readonly ShownDisclaimer[] {
  return slotsOf(subject, channel, graph).map(({ slot, disclaimer, because }) => {
    if (disclaimer === undefined) {
      throw new Refused('disclaimers', `No live disclaimer fills the slot ${slot.key}.`)
    }
    return {
      disclaimer,
      slot: slot.key,
      place: slot.place === 'beside-claim' && because.length === 0 ? 'top' : slot.place,
      claims: because,
    }
  })
}

/** The disclaimers for one place, each once, as they are read. */
export function disclaimerBlocks(
  shown: readonly ShownDisclaimer[],
  context: ItemContext,
): readonly RootContent[] {
  const disclaimers = [...new Set(shown.map(({ disclaimer }) => disclaimer))]
  return disclaimers.map(({ key, body }) =>
    disclaimerDirective(
      key,
      readableBlocks(body, context).map(({ block }) => block),
    ),
  )
}

export function disclaimerContent(
  shown: readonly ShownDisclaimer[],
  context: ItemContext,
): ItemContent['disclaimers'] {
  return shown.map(({ disclaimer, slot, place, claims }, index) => {
    const blocks = readableBlocks(disclaimer.body, context).map(({ block }) => block)
    return {
      key: disclaimer.key,
      slot,
      place,
      claims: [...claims],
      text: plainText(blocks),
      markdown: markdownOf(blocks, `disclaimers.${String(index)}`, context),
    }
  })
}
