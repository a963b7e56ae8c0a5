import type { Channel, DisclaimerSlot, SlotCondition } from '../../domain/model/index.ts'

const always: SlotCondition = {
  claimKinds: [],
  directions: [],
  certainties: [],
  regulatoryStatuses: [],
  therapies: [],
}

/** What every channel of the demo content asks for, in the order in which a page shows it. */
const slots: readonly DisclaimerSlot[] = [
  { key: 'demonstration', place: 'top', when: always },
  { key: 'medical-information', place: 'top', when: always },
  {
    key: 'no-authorisation',
    place: 'top',
    when: { ...always, regulatoryStatuses: ['not-authorised', 'not-established'] },
  },
  {
    key: 'uncertain-benefit',
    place: 'beside-claim',
    when: {
      ...always,
      claimKinds: ['benefit', 'comparison'],
      directions: ['favours'],
      certainties: ['low', 'very-low'],
    },
  },
  {
    key: 'no-difference',
    place: 'end',
    when: { ...always, claimKinds: ['benefit', 'comparison'], directions: ['noDifference'] },
  },
  { key: 'harms', place: 'end', when: { ...always, claimKinds: ['harm'] } },
  { key: 'see-a-doctor', place: 'end', when: always },
]

/** Off-label use is a notion of the US claim in the demo content; nothing of it is known for Britain. */
const offLabel: DisclaimerSlot = {
  key: 'off-label',
  place: 'top',
  when: { ...always, regulatoryStatuses: ['off-label'] },
}

export const channels: readonly Channel[] = [
  {
    key: 'us-en',
    title: 'United States, English',
    jurisdiction: 'us',
    language: 'en',
    slots: [...slots, offLabel],
  },
  { key: 'gb-en', title: 'Great Britain, English', jurisdiction: 'gb', language: 'en', slots },
]
