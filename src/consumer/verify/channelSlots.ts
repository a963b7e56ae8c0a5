import { type Json, recordOf, recordsOf, textOf } from '../unknownJson.ts'

/** A place of a channel that a disclaimer has to fill, and when. */
export interface ChannelSlot {
  readonly slot: string
  readonly place: string
  readonly when: {
    readonly claimKinds: readonly string[]
    readonly directions: readonly string[]
    readonly certainties: readonly string[]
    readonly regulatoryStatuses: readonly string[]
    readonly therapies: readonly string[]
  }
}

/** What disclaimers a channel requires, by its index; null when that does not say. */
export function channelSlots(index: Json): readonly ChannelSlot[] | null {
  const { slots } = recordOf(index.channel)
  if (!Array.isArray(slots)) return null
  return recordsOf(slots).map(({ slot, place, when }) => {
    const condition = recordOf(when)
    const list = (name: string): readonly string[] => {
      const members: unknown = condition[name]
      return Array.isArray(members) ? members.filter((member) => typeof member === 'string') : []
    }
    return {
      slot: textOf(slot) ?? '',
      place: textOf(place) ?? '',
      when: {
        claimKinds: list('claimKinds'),
        directions: list('directions'),
        certainties: list('certainties'),
        regulatoryStatuses: list('regulatoryStatuses'),
        therapies: list('therapies'),
      },
    }
  })
}
