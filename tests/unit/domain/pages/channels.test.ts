import { describe, expect, it } from 'vitest'
import { channelsOf, claimsShown, therapiesOf } from '../../../../src/domain/pages/index.ts'
import {
  exampleArticle,
  exampleBenefit,
  exampleChannel,
  exampleGraph,
  exampleStatus,
  exampleTherapy,
} from '../../../../src/domain/rules/index.ts'

const graph = exampleGraph({
  channels: [
    exampleChannel({ key: 'de-de', jurisdiction: 'de', language: 'de' }),
    exampleChannel({ key: 'au-en', jurisdiction: 'au' }),
  ],
})

function keysOf(subject: Parameters<typeof channelsOf>[0]): string[] {
  return channelsOf(subject, graph).map(({ key }) => key)
}

describe('channelsOf', () => {
  it('a page goes to the channels it names and that exist', () => {
    expect(keysOf(exampleTherapy({ channels: ['us-en', 'gb-en', 'mars-en'] }))).toEqual([
      'gb-en',
      'us-en',
    ])
  })

  it('a claim goes to every channel of its language', () => {
    expect(keysOf(exampleBenefit())).toEqual(['au-en', 'gb-en', 'us-en'])
    expect(keysOf(exampleBenefit({ language: 'de' }))).toEqual(['de-de'])
  })

  it('a regulatory claim goes where its jurisdiction is', () => {
    expect(keysOf(exampleStatus())).toEqual(['us-en'])
    expect(keysOf(exampleStatus({ jurisdiction: 'fr' }))).toEqual([])
  })
})

describe('claimsShown', () => {
  it('leaves the regulatory claims of other jurisdictions out', () => {
    const page = exampleTherapy()
    const shown = (key: string, jurisdiction: string) =>
      claimsShown(page, exampleChannel({ key, jurisdiction }), graph).map((claim) => claim.key)
    expect(shown('us-en', 'us')).toEqual(['less-pain-at-six-months', 'soreness', 'status-us'])
    expect(shown('gb-en', 'gb')).toEqual(['less-pain-at-six-months', 'soreness'])
  })
})

describe('therapiesOf', () => {
  it('is the therapy itself, or what the article lists', () => {
    expect(therapiesOf(exampleTherapy())).toEqual(['example-injection'])
    expect(therapiesOf(exampleArticle({ therapies: ['a', 'b'] }))).toEqual(['a', 'b'])
  })
})
