import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RichText, Study, Subject } from '../../../../src/domain/model/index.ts'
import {
  contentHash,
  isMaterialPlace,
  materialFacts,
  materialPlaces,
} from '../../../../src/domain/review/index.ts'
import { claim, graphOf, study, therapy } from './world.ts'

const graph = graphOf([study()])

function hashOf(subject: object): string {
  return contentHash(subject as Subject, graph)
}

/** The value with the properties of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, reordered(member)]),
  )
}

const empty = fc.constantFrom(undefined, null, '', [], {}, [[]], { deep: { deeper: '' } })
const newName = fc.stringMatching(/^new[A-Z][a-z]{1,8}$/)
const anySubject = fc.constantFrom<Subject>(claim(), therapy(), study())

/** A study in which every material place has a value, and the same with one of them changed. */
const fullStudy = study({
  sourceType: 'guideline',
  url: 'https://regulator.example/a',
  includedDesign: 'cohort',
  population: 'adults',
  intervention: 'injection',
  comparator: 'sham',
  followUpMonths: 6,
  primaryOutcomeMet: false,
  result: 'no difference',
  harms: 'soreness',
  funding: 'public',
  noticeDoi: '10.5555/notice',
  jurisdiction: 'us',
})
const otherFacts: Partial<Study> = {
  sourceType: 'regulatory-document',
  identifiers: { doi: '10.5555/other' },
  url: 'https://regulator.example/b',
  design: 'cohort',
  includedDesign: 'case-series',
  sampleSize: 81,
  population: 'children',
  intervention: 'tablet',
  comparator: 'usual care',
  followUpMonths: 0,
  primaryOutcomeMet: true,
  result: 'better',
  harms: 'none seen',
  funding: 'industry',
  status: 'concern',
  noticeDoi: '10.5555/other-notice',
  jurisdiction: 'gb',
}

describe('contentHash', () => {
  it('names its scheme and is a SHA-256 in hex', () => {
    expect(hashOf(claim())).toMatch(/^cg1-[0-9a-f]{64}$/)
  })

  it('stays what it was in earlier versions of the code', () => {
    expect(hashOf(claim())).toBe(
      'cg1-ee5226b1205f78f415e3ef81494ed59eebb002a4e4b1588c93ba8909ba6f6d1d',
    )
    expect(hashOf(therapy())).toBe(
      'cg1-c3dc8f5d843e54deb5f8f91d32241c5ebc416c07eb4f469701a88aa20e9c07bb',
    )
  })

  it('does not depend on the order of properties', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        expect(hashOf(reordered(subject) as Subject)).toBe(hashOf(subject))
      }),
    )
  })

  it('does not change when an optional property without a value is added', () => {
    fc.assert(
      fc.property(anySubject, newName, empty, (subject, name, value) => {
        expect(hashOf({ ...subject, [name]: value })).toBe(hashOf(subject))
      }),
    )
  })

  it('changes when a property with a value is added, false and zero included', () => {
    const values = fc.oneof(fc.constantFrom(false, 0, ' '), fc.string({ minLength: 1 }))
    fc.assert(
      fc.property(anySubject, newName, values, (subject, name, value) => {
        expect(hashOf({ ...subject, [name]: value })).not.toBe(hashOf(subject))
      }),
    )
  })

  it('gives every change of a statement another hash', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one.normalize('NFC') !== other.normalize('NFC'))
        expect(hashOf(claim({ statement: one }))).not.toBe(hashOf(claim({ statement: other })))
      }),
    )
  })

  it('takes composed and decomposed letters for the same text', () => {
    expect(hashOf(claim({ statement: 'Ménière' }))).toBe(
      hashOf(claim({ statement: 'Me\u0301nie\u0300re' })),
    )
  })

  it('hashes text with half a surrogate pair rather than failing', () => {
    expect(hashOf(claim({ statement: 'broken \ud800 text' }))).toMatch(/^cg1-/)
  })

  it('ignores where a rich text stood in its source, but nothing that is read', () => {
    const body = (change: object): RichText =>
      ({
        type: 'root',
        children: [{ type: 'image', url: 'media:aa', alt: 'A scan', ...change }],
      }) as unknown as RichText
    const hash = (change: object) =>
      hashOf({ ...therapy(), sections: [{ ...therapy().sections[0], body: body(change) }] })
    const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
    expect(hash({ position, data: { id: 7 } })).toBe(hash({}))
    expect(hash({ alt: 'Another scan' })).not.toBe(hash({}))
    expect(hash({ url: 'media:bb' })).not.toBe(hash({}))
  })

  it('tells a table aligned in its first column from one aligned in its second', () => {
    const hash = (align: readonly (string | null)[]) =>
      hashOf({ ...therapy(), sections: [{ body: { type: 'table', align, children: [] } }] })
    expect(hash(['left', null])).not.toBe(hash([null, 'left']))
    expect(hash([null, null])).toBe(hash([]))
  })

  it('takes the keys of a page’s claims, not their words', () => {
    const before = contentHash(therapy(), graphOf([study(), claim()]))
    const after = contentHash(therapy(), graphOf([study(), claim({ statement: 'Other words.' })]))
    expect(after).toBe(before)
  })
})

describe('the evidence in a claim’s hash', () => {
  const hashCiting = (cited: Study) => contentHash(claim(), graphOf([cited]))

  it('covers every material place', () => {
    expect(Object.keys(otherFacts).toSorted()).toEqual([...materialPlaces].toSorted())
    fc.assert(
      fc.property(fc.constantFrom(...materialPlaces), (place) => {
        const changed = { ...fullStudy, [place]: otherFacts[place as keyof Study] }
        expect(hashCiting(changed)).not.toBe(hashCiting(fullStudy))
      }),
    )
  })

  it('does not cover bibliography, where a typo may be mended', () => {
    const bibliography: Partial<Study> = {
      title: 'A corrected title',
      authors: [{ literal: 'Somebody Else' }],
      authorsComplete: false,
      containerTitle: 'Other Journal',
      publisher: 'Other',
      issued: '1999',
      volume: '1',
      issue: '2',
      page: '3',
      accessed: '2026-01-01',
      statusChecked: '2026-01-01',
    }
    for (const [place, value] of Object.entries(bibliography)) {
      expect(materialPlaces, place).not.toContain(place)
      expect(hashCiting({ ...fullStudy, [place]: value }), place).toBe(hashCiting(fullStudy))
    }
  })

  it('covers the web address of a document, not that of a study', () => {
    const url = 'https://journal.example/article'
    expect(hashCiting(study({ url }))).toBe(hashCiting(study()))
    expect(isMaterialPlace('url', study())).toBe(false)
    expect(isMaterialPlace('url', study({ sourceType: 'guideline' }))).toBe(true)
  })

  it('counts each study once, whatever the order of citations', () => {
    const facts = materialFacts(study())
    expect(facts).toEqual({
      sourceType: 'study',
      identifiers: { doi: '10.5555/trial' },
      design: 'randomized-controlled-trial',
      sampleSize: 80,
      status: 'active',
    })
    const twice = claim({
      citations: [
        { study: 'trial', stance: 'supports' },
        { study: 'trial', stance: 'background' },
      ],
    })
    expect(contentHash(twice, graphOf([study()]))).toMatch(/^cg1-/)
  })

  it('tells a missing study from one without facts', () => {
    expect(contentHash(claim(), graphOf([]))).not.toBe(hashCiting(study()))
    expect(contentHash(claim(), graphOf([]))).toMatch(/^cg1-/)
  })

  it('does not notice studies that are not cited', () => {
    const other = study({ key: 'other' })
    expect(contentHash(claim(), graphOf([study(), other]))).toBe(hashCiting(study()))
  })
})
