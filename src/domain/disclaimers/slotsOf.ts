import type { Channel, Claim, Disclaimer, DisclaimerSlot, Graph, Page } from '../model/index.ts'
import { claimsShown, isShownIn, therapiesOf } from '../pages/index.ts'
import { requiredSlots } from './requiredSlots.ts'
import type { RequiredSlot } from './requiredSlots.ts'

/** A disclaimer slot that a subject needs in a channel, and what stands in it. */
export interface SlotFilling extends RequiredSlot<DisclaimerSlot> {
  /** Absent where no live disclaimer fits: the subject cannot go to the channel. */
  readonly disclaimer?: Disclaimer
}

/**
 * The disclaimer slots that a page or a claim needs in a channel, in the channel's order. A claim that
 * the channel does not show needs none.
 */
export function slotsOf(subject: Page | Claim, channel: Channel, graph: Graph): SlotFilling[] {
  if (subject.kind === 'claim' && !isShownIn(subject, channel)) return []
  const claims = subject.kind === 'claim' ? [subject] : claimsShown(subject, channel, graph)
  const therapies = subject.kind === 'claim' ? [] : therapiesOf(subject)

  return requiredSlots(channel.slots, claims, therapies).map((required) => {
    const disclaimer = disclaimerFor(required.slot, channel, graph)
    return disclaimer === undefined ? required : { ...required, disclaimer }
  })
}

/** The live disclaimer that fills a slot of a channel; of several, the one whose key comes first. */
function disclaimerFor(
  slot: DisclaimerSlot,
  channel: Channel,
  graph: Graph,
): Disclaimer | undefined {
  return [...graph.disclaimers.values()]
    .filter(({ isLive }) => isLive)
    .map(({ subject }) => subject)
    .filter(
      ({ language, slots, jurisdictions }) =>
        language === channel.language &&
        slots.includes(slot.key) &&
        (jurisdictions.length === 0 || jurisdictions.includes(channel.jurisdiction)),
    )
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .at(0)
}
