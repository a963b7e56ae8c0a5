import { describe, expect, it } from 'vitest'
import { slotsOf } from '../../../../src/domain/disclaimers/index.ts'
import type { SlotCondition } from '../../../../src/domain/model/index.ts'
import {
  exampleArticle,
  exampleBenefit,
  exampleChannel,
  exampleDisclaimer,
  exampleGraph,
  exampleSection,
  exampleStatus,
  exampleTherapy,
  slotWhen,
} from '../../../../src/domain/rules/index.ts'

function channelThatAsks(when: Partial<SlotCondition>) {
  return exampleChannel({ slots: [{ key: 'notice', place: 'top', when: slotWhen(when) }] })
}

function becauseOf(
  when: Partial<SlotCondition>,
  subject: Parameters<typeof slotsOf>[0] = exampleTherapy(),
) {
  return slotsOf(subject, channelThatAsks(when), exampleGraph()).map(({ because }) => because)
}

describe('slotsOf', () => {
  it.each<[string, Partial<SlotCondition>, string[][]]>([
    ['a slot without condition, because of no claim', {}, [[]]],
    [
      'a slot for a claim kind, because of each such claim',
      { claimKinds: ['benefit', 'harm'] },
      [['less-pain-at-six-months', 'soreness']],
    ],
    ['no slot for a kind that does not stand there', { claimKinds: ['comparison'] }, []],
    [
      'a slot for kind and certainty that one claim has together',
      { claimKinds: ['benefit'], certainties: ['low', 'very-low'] },
      [['less-pain-at-six-months']],
    ],
    [
      'no slot where two claims have between them what one should have',
      { claimKinds: ['regulatory'], certainties: ['low'] },
      [],
    ],
    ['a slot for a direction', { directions: ['against'] }, [['soreness']]],
    [
      'a slot for a regulatory status',
      { regulatoryStatuses: ['not-authorised', 'investigational'] },
      [['status-us']],
    ],
    [
      'a slot for a therapy and a kind',
      { therapies: ['example-injection'], claimKinds: ['harm'] },
      [['soreness']],
    ],
    ['no slot for another therapy', { therapies: ['example-patch'] }, []],
  ])('requires %s', (_, when, expected) => {
    expect(becauseOf(when)).toEqual(expected)
  })

  it('requires a slot for a therapy on its own page, though no claim stands there', () => {
    const page = exampleTherapy({ sections: [exampleSection()] })
    expect(becauseOf({ therapies: ['example-injection'] }, page)).toEqual([[]])
  })

  it('requires a slot for a therapy in an article that lists it', () => {
    const article = exampleArticle({ sections: [exampleSection()], therapies: ['a', 'b'] })
    expect(becauseOf({ therapies: ['b', 'c'] }, article)).toEqual([[]])
    expect(becauseOf({ therapies: ['c'] }, article)).toEqual([])
  })

  it('asks a page’s therapy for nothing when the condition asks for a claim too', () => {
    const page = exampleTherapy({ sections: [exampleSection()] })
    expect(becauseOf({ therapies: ['example-injection'], claimKinds: ['harm'] }, page)).toEqual([])
  })

  it('matches a claim by itself', () => {
    expect(becauseOf({ certainties: ['low'] }, exampleBenefit())).toEqual([
      ['less-pain-at-six-months'],
    ])
    expect(becauseOf({ certainties: ['high'] }, exampleBenefit())).toEqual([])
  })

  it('asks nothing for a regulatory claim that the channel does not show', () => {
    expect(becauseOf({}, exampleStatus({ jurisdiction: 'gb' }))).toEqual([])
    const elsewhere = exampleChannel({
      key: 'gb-en',
      jurisdiction: 'gb',
      slots: [{ key: 'notice', place: 'top', when: slotWhen({ claimKinds: ['regulatory'] }) }],
    })
    expect(slotsOf(exampleTherapy(), elsewhere, exampleGraph())).toEqual([])
  })
})

describe('the disclaimer that fills a slot', () => {
  const fills = { slots: ['notice'] }
  const filledBy = (graph: ReturnType<typeof exampleGraph>) =>
    slotsOf(exampleTherapy(), channelThatAsks({}), graph).map(({ disclaimer }) => disclaimer?.key)

  it.each([
    ['is live', { live: [exampleDisclaimer({ key: 'a', ...fills })] }, 'a'],
    ['is no draft', { drafts: [exampleDisclaimer({ key: 'a', ...fills })] }, undefined],
    [
      'speaks the channel’s language',
      { live: [exampleDisclaimer({ key: 'a', language: 'de', ...fills })] },
      undefined,
    ],
    [
      'is valid for the channel’s jurisdiction',
      { live: [exampleDisclaimer({ key: 'a', jurisdictions: ['gb', 'us'], ...fills })] },
      'a',
    ],
    [
      'is not limited to other jurisdictions',
      { live: [exampleDisclaimer({ key: 'a', jurisdictions: ['gb'], ...fills })] },
      undefined,
    ],
    [
      'is the first by key of several',
      {
        live: [
          exampleDisclaimer({ key: 'b', ...fills }),
          exampleDisclaimer({ key: 'a', ...fills }),
        ],
      },
      'a',
    ],
    ['fills that very slot', {}, undefined],
  ])('%s', (_, change, key) => {
    expect(filledBy(exampleGraph(change))).toEqual([key])
  })
})
