/** What decides whether a claim needs a slot. */
export interface ClaimFacts {
  readonly key: string
  readonly claimKind: string
  readonly direction: string
  readonly certainty?: string | undefined
  readonly regulatoryStatus?: string | undefined
  /** Key of the therapy that it is about. */
  readonly therapy: string
}

interface Slot {
  /** Lists are joined by "and", the members of one by "or"; an empty list asks nothing. */
  readonly when: {
    readonly claimKinds: readonly string[]
    readonly directions: readonly string[]
    readonly certainties: readonly string[]
    readonly regulatoryStatuses: readonly string[]
    readonly therapies: readonly string[]
  }
}

export interface RequiredSlot<S extends Slot> {
  readonly slot: S
  /** Keys of the claims that made it necessary, in reading order; none for a slot that always applies. */
  readonly because: readonly string[]
}

/**
 * The slots that a text needs, in their order: by the claims it shows, each matched by itself, and by
 * the therapies it is about, for which a condition on therapies alone holds as well. It asks only for
 * facts that a feed carries, so that whoever reads one can judge it by the same rule.
 */
export function requiredSlots<S extends Slot>(
  slots: readonly S[],
  claims: readonly ClaimFacts[],
  therapies: readonly string[],
): RequiredSlot<S>[] {
  return slots.flatMap((slot) => {
    const isForAll = isAlways(slot)
    const because = isForAll
      ? []
      : claims.filter((claim) => matches(slot, claim)).map(({ key }) => key)
    const isRequired = isForAll || because.length > 0 || matchesTherapies(slot, therapies)
    return isRequired ? [{ slot, because }] : []
  })
}

function matches({ when }: Slot, claim: ClaimFacts): boolean {
  return (
    allows(when.claimKinds, claim.claimKind) &&
    allows(when.directions, claim.direction) &&
    allows(when.certainties, claim.certainty) &&
    allows(when.regulatoryStatuses, claim.regulatoryStatus) &&
    allows(when.therapies, claim.therapy)
  )
}

function matchesTherapies(slot: Slot, therapies: readonly string[]): boolean {
  return (
    asksNothingOfClaims(slot) && slot.when.therapies.some((therapy) => therapies.includes(therapy))
  )
}

function isAlways(slot: Slot): boolean {
  return asksNothingOfClaims(slot) && slot.when.therapies.length === 0
}

function asksNothingOfClaims({ when }: Slot): boolean {
  return (
    when.claimKinds.length === 0 &&
    when.directions.length === 0 &&
    when.certainties.length === 0 &&
    when.regulatoryStatuses.length === 0
  )
}

/** An empty list asks nothing. */
function allows(wanted: readonly string[], value: string | undefined): boolean {
  return wanted.length === 0 || (value !== undefined && wanted.includes(value))
}
