import type { Channel, DisclaimerSlot } from '../model/index.ts'
import { slotsOf, type SlotFilling } from '../disclaimers/index.ts'
import { channelsOf } from '../pages/index.ts'
import { subjectName } from '../model/index.ts'
import { ftcDisclosure } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import {
  exampleBenefit,
  exampleChannel,
  exampleDisclaimer,
  exampleStatus,
  exampleTherapy,
  slotWhen,
} from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** No page or claim goes to a channel whose required disclaimers are not live. */
export const disclaimerSlotsFilled = defineRule({
  id: 'disclaimer-slots-filled',
  severity: 'error',
  concern: 'surroundings',
  kinds: ['claim', 'therapy', 'article'],
  authority: ftcDisclosure,
  evaluate: (subject, { graph }) =>
    channelsOf(subject, graph).flatMap((channel) =>
      slotsOf(subject, channel, graph)
        .filter(({ disclaimer }) => disclaimer === undefined)
        .map((filling) => ({
          place: subject.kind === 'claim' ? 'claimKind' : 'channels',
          channel: channel.key,
          message: `${subjectName(subject)} needs disclaimer "${filling.slot.key}" in channel ${channel.key}, ${because(filling)}; no live disclaimer fills it.`,
          remedy: remedyFor(filling.slot, channel),
        })),
    ),
  examples: {
    fires: [
      {
        name: 'a therapy in a channel whose ever-present disclaimer is a draft',
        subject: exampleTherapy(),
        graph: exampleGraph({ drafts: [exampleDisclaimer()] }),
      },
      {
        name: 'a benefit claim of low certainty in a channel that wants a word on it',
        subject: exampleBenefit(),
        graph: exampleGraph({ channels: [wantsWordOnCertainty()] }),
      },
      {
        name: 'a therapy whose only disclaimer is for another jurisdiction',
        subject: exampleTherapy({ channels: ['us-en'] }),
        graph: exampleGraph({ live: [exampleDisclaimer({ jurisdictions: ['gb'] })] }),
      },
    ],
    passes: [
      {
        name: 'a therapy whose channels’ disclaimers are live',
        subject: exampleTherapy(),
        graph: exampleGraph(),
      },
      {
        name: 'a benefit claim of high certainty in a channel that wants a word on low',
        subject: exampleBenefit({ certainty: 'high' }),
        graph: exampleGraph({ channels: [wantsWordOnCertainty()] }),
      },
      {
        name: 'a regulatory claim that the channel with the missing disclaimer does not show',
        subject: exampleStatus({ jurisdiction: 'gb' }),
        graph: exampleGraph({ live: [exampleDisclaimer({ jurisdictions: ['gb'] })] }),
      },
    ],
  },
})

function because({ because: claims, slot }: SlotFilling): string {
  if (claims.length > 0) return `because of ${claims.join(', ')}`
  return slot.when.therapies.length > 0 ? 'because of its therapy' : 'as everything there does'
}

function remedyFor(slot: DisclaimerSlot, channel: Channel): string {
  return `Publish an approved disclaimer in "${channel.language}" that fills slot ${slot.key} and is valid for ${channel.jurisdiction}.`
}

function wantsWordOnCertainty(): Channel {
  return exampleChannel({
    slots: [
      {
        key: 'low-certainty',
        place: 'beside-claim',
        when: slotWhen({ claimKinds: ['benefit'], certainties: ['low', 'very-low'] }),
      },
    ],
  })
}
