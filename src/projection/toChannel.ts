import type { Channel } from '../domain/model/index.ts'
import type { Channel as ChannelDocument } from '../payload-types.ts'
import type { Keys } from './keys.ts'

/** A channel document as the domain sees it. */
export function toChannel(document: ChannelDocument, keys: Keys): Channel {
  return {
    key: document.key,
    title: document.title,
    jurisdiction: document.jurisdiction,
    language: document.language,
    ...(document.dialect === 'directive' && { dialect: document.dialect }),
    ...(document.access === 'private' ? { access: 'private' } : {}),
    slots: (document.slots ?? []).map((slot) => ({
      key: slot.key,
      place: slot.place,
      when: {
        claimKinds: slot.when?.claimKinds ?? [],
        directions: slot.when?.directions ?? [],
        certainties: slot.when?.certainties ?? [],
        regulatoryStatuses: slot.when?.regulatoryStatuses ?? [],
        therapies: (slot.when?.therapies ?? []).map(keys.of),
      },
    })),
  }
}
