import type {
  Channel,
  Claim,
  Disclaimer,
  DisclaimerSlot,
  Graph,
  Page,
  SlotCondition,
} from '../model/index.ts'
import { claimsShown, isShownIn, therapiesOf } from '../pages/index.ts'

/** A disclaimer slot that a subject needs in a channel, and what stands in it. */
export interface SlotFilling {
  readonly slot: DisclaimerSlot
  /** Absent where no live disclaimer fits: the subject cannot go to the channel. */
  readonly disclaimer?: Disclaimer
  /** Keys of the claims that made it necessary, in reading order; none for a slot that always applies. */
  readonly because: readonly string[]
}

/**
 * The disclaimer slots that a page or a claim needs in a channel, in the channel's order. Each claim
 * shown there is matched by itself; a condition on therapies alone also holds for the therapies that
 * the page is about. A claim that the channel does not show needs none.
 */
export function slotsOf(subject: Page | Claim, channel: Channel, graph: Graph): SlotFilling[] {
  if (subject.kind === 'claim' && !isShownIn(subject, channel)) return []
  const claims = subject.kind === 'claim' ? [subject] : claimsShown(subject, channel, graph)
  const therapies = subject.kind === 'claim' ? [] : therapiesOf(subject)

  return channel.slots.flatMap((slot): SlotFilling[] => {
    const because = isAlways(slot.when)
      ? []
      : claims.filter((claim) => matches(slot.when, claim)).map(({ key }) => key)
    const isRequired =
      isAlways(slot.when) || because.length > 0 || matchesTherapies(slot.when, therapies)
    if (!isRequired) return []
    const disclaimer = disclaimerFor(slot, channel, graph)
    return [disclaimer === undefined ? { slot, because } : { slot, disclaimer, because }]
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
        allows(jurisdictions, channel.jurisdiction),
    )
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .at(0)
}

function matches(when: SlotCondition, claim: Claim): boolean {
  return (
    allows(when.claimKinds, claim.claimKind) &&
    allows(when.directions, claim.direction) &&
    allows(when.certainties, claim.certainty) &&
    allows(when.regulatoryStatuses, claim.regulatoryStatus) &&
    allows(when.therapies, claim.therapy)
  )
}

function matchesTherapies(when: SlotCondition, therapies: readonly string[]): boolean {
  return asksNothingOfClaims(when) && when.therapies.some((therapy) => therapies.includes(therapy))
}

function isAlways(when: SlotCondition): boolean {
  return asksNothingOfClaims(when) && when.therapies.length === 0
}

function asksNothingOfClaims(when: SlotCondition): boolean {
  return (
    when.claimKinds.length === 0 &&
    when.directions.length === 0 &&
    when.certainties.length === 0 &&
    when.regulatoryStatuses.length === 0
  )
}

/** An empty list asks nothing. */
function allows<T>(wanted: readonly T[], value: T | undefined): boolean {
  return wanted.length === 0 || (value !== undefined && wanted.includes(value))
}
