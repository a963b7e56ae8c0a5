import fc from 'fast-check'
import type { RootContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import type { Claim, Study, Subject } from '../../../../src/domain/model/index.ts'
import {
  contentHash,
  differenceBetween,
  projectionOf,
} from '../../../../src/domain/review/index.ts'
import { claim, graphOf, study, therapy } from './world.ts'

function between(before: Subject, after: Subject, old = [study()], next = old) {
  return differenceBetween(projectionOf(before, graphOf(old)), projectionOf(after, graphOf(next)))
}

const page = (...bodies: readonly (readonly RootContent[])[]) =>
  therapy({
    sections: bodies.map((children, index) => ({
      heading: `Section ${String(index)}`,
      aspect: 'OverviewHealthAspect',
      body: { type: 'root', children: [...children] },
    })),
  })
const text = (value: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
})

describe('the difference between two texts', () => {
  it('is nothing if they are equal, whatever the order of their properties', () => {
    expect(between(claim(), claim())).toEqual([])
    const reordered = Object.fromEntries(Object.entries(claim()).toReversed()) as unknown as Claim
    expect(between(claim(), reordered)).toEqual([])
    expect(between(claim(), claim({ outcome: '' }))).toEqual([])
  })

  it('names each place as findings do, in the same order whoever asks', () => {
    const next = claim({ statement: 'Other words.', followUpMonths: 6, certainty: 'low' })
    expect(between(claim(), next)).toEqual([
      { place: 'certainty', before: 'moderate', after: 'low' },
      { place: 'followUpMonths', after: '6' },
      {
        place: 'statement',
        before: 'Soreness was frequent after the injection.',
        after: 'Other words.',
      },
    ])
    expect(between(next, claim()).map(({ place }) => place)).toEqual([
      'certainty',
      'followUpMonths',
      'statement',
    ])
  })

  it('shows the facts of a cited study by its key', () => {
    const changed = study({ sampleSize: 90, identifiers: { doi: '10.5555/other' } })
    expect(between(claim(), claim(), [study()], [changed])).toEqual([
      { place: 'evidence.trial.identifiers.doi', before: '10.5555/trial', after: '10.5555/other' },
      { place: 'evidence.trial.sampleSize', before: '80', after: '90' },
    ])
  })

  it('shows a citation that was added, once as citation and once with its facts', () => {
    const next = claim({
      citations: [
        { study: 'second', stance: 'background', locator: 'p. 3' },
        { study: 'trial', stance: 'supports' },
      ],
    })
    const second: Study = study({ key: 'second', identifiers: { doi: '10.5555/second' } })
    expect(between(claim(), next, [study()], [study(), second])).toEqual([
      { place: 'citations.0', after: 'locator: p. 3; stance: background; study: second' },
      {
        place: 'evidence.second',
        after:
          'design: randomized-controlled-trial; identifiers: doi: 10.5555/second; sampleSize: 80; sourceType: study; status: active',
      },
    ])
  })

  it('follows a citation by the study it names', () => {
    const next = claim({ citations: [{ study: 'trial', stance: 'contradicts' }] })
    expect(between(claim(), next)).toEqual([
      { place: 'citations.0.stance', before: 'supports', after: 'contradicts' },
    ])
  })

  it('shows lists of names as one value', () => {
    const next = therapy({ channels: ['us-en', 'gb-en'], alternateNames: ['Shot'] })
    expect(between(therapy(), next)).toEqual([
      { place: 'alternateNames', after: 'Shot' },
      { place: 'channels', before: 'us-en', after: 'us-en, gb-en' },
    ])
  })

  it('shows rich text block by block, only what changed, without markup', () => {
    const before = page([text('One.'), text('Two.'), text('Three.')])
    const after = page([text('Zero.'), text('One.'), text('Second.'), text('Three.')])
    expect(between(before, after)).toEqual([
      { place: 'sections.0.body', after: 'Zero.' },
      { place: 'sections.0.body', before: 'Two.', after: 'Second.' },
    ])
  })

  it('shows the markup where only that changed', () => {
    const plain = page([text('Rest.')])
    const strong = page([
      {
        type: 'paragraph',
        children: [{ type: 'strong', children: [{ type: 'text', value: 'Rest.' }] }],
      },
    ])
    const link = (url: string) =>
      page([
        {
          type: 'paragraph',
          children: [{ type: 'link', url, children: [{ type: 'text', value: 'Rest.' }] }],
        },
      ])
    expect(between(plain, strong)).toEqual([
      { place: 'sections.0.body', before: 'Rest.', after: '**Rest.**' },
    ])
    expect(between(link('https://a.example'), link('https://b.example'))).toEqual([
      {
        place: 'sections.0.body',
        before: '[Rest.](https://a.example)',
        after: '[Rest.](https://b.example)',
      },
    ])
  })

  it('shows a claim by its key', () => {
    const naming = (key: string) =>
      page([{ type: 'paragraph', children: [{ type: 'claimReference', claim: key }] }])
    expect(between(naming('one'), naming('other'))).toEqual([
      { place: 'sections.0.body', before: '[claim one]', after: '[claim other]' },
    ])
  })

  it('recognises a section by its heading', () => {
    const before = page([text('One.')], [text('Two.')])
    const added = {
      heading: 'New',
      aspect: 'SafetyHealthAspect',
      body: { type: 'root', children: [text('Mind this.')] },
    } as const
    const after = {
      ...before,
      sections: [
        { ...added, body: { type: 'root' as const, children: [...added.body.children] } },
        ...before.sections,
      ],
    }
    expect(between(before, after)).toEqual([
      {
        place: 'sections.0',
        after: 'aspect: SafetyHealthAspect; body: Mind this.; heading: New',
      },
    ])
  })

  it('cuts long values to where they part', () => {
    const long = 'word '.repeat(300)
    const [only] = between(claim({ statement: `${long}old.` }), claim({ statement: `${long}new.` }))
    expect(only?.before).toMatch(/^….*old\.$/s)
    expect(only?.after).toMatch(/^….*new\.$/s)
    const [gone] = between(claim({ outcome: long }), claim())
    expect(gone?.before).toHaveLength(500)
  })

  it('is found for every two texts with another hash, and never longer than 500 characters a value', () => {
    const words = fc.stringMatching(/^[a-z ]{1,40}$/)
    const inline = fc.oneof(
      words.map((value) => ({ type: 'text' as const, value })),
      words.map((value) => ({
        type: 'strong' as const,
        children: [{ type: 'text' as const, value }],
      })),
      words.map((value) => ({ type: 'superscript' as const, value })),
      words.map((key) => ({ type: 'claimReference' as const, claim: key })),
    )
    const block: fc.Arbitrary<RootContent> = fc.oneof(
      fc
        .array(inline, { maxLength: 3 })
        .map((children) => ({ type: 'paragraph' as const, children })),
      fc.tuple(words, fc.constantFrom(2 as const, 3 as const)).map(([value, depth]) => ({
        type: 'heading' as const,
        depth,
        children: [{ type: 'text' as const, value }],
      })),
    )
    const anyPage = fc
      .array(fc.array(block, { maxLength: 4 }), { maxLength: 3 })
      .map((bodies) => page(...bodies))
    const anyClaim = fc
      .record({
        statement: fc.string({ maxLength: 700 }),
        citations: fc.array(
          fc.record({
            study: fc.constantFrom('a', 'b'),
            stance: fc.constantFrom('supports', 'background'),
          }),
          { maxLength: 3 },
        ),
      })
      .map((change) => claim(change))
    const pair = fc.oneof(fc.tuple(anyPage, anyPage), fc.tuple(anyClaim, anyClaim))
    const graph = graphOf([])
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const found = between(one, other)
        expect(found.length > 0).toBe(contentHash(one, graph) !== contentHash(other, graph))
        for (const { before, after } of found) {
          expect(before).not.toBe(after)
          expect(Math.max(before?.length ?? 0, after?.length ?? 0)).toBeLessThanOrEqual(500)
        }
      }),
    )
  })
})
