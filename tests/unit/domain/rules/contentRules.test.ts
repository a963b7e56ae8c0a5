import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim, Graph, Subject } from '../../../../src/domain/model/index.ts'
import { certainties, studyDesigns } from '../../../../src/domain/model/index.ts'
import { compareCertainty, gradeCeiling } from '../../../../src/domain/evidence/index.ts'
import {
  evaluate,
  exampleArticle,
  exampleBenefit,
  exampleGraph,
  exampleNow,
  exampleSection,
  exampleStudy,
  exampleTherapy,
  paragraph,
  richText,
} from '../../../../src/domain/rules/index.ts'

function findingsOf(rule: string, subject: Subject, graph: Graph = exampleGraph()) {
  return evaluate(subject, graph, exampleNow).filter((finding) => finding.rule === rule)
}

describe('hidden-characters', () => {
  const hidden = [
    0x00, 0x08, 0x0b, 0x1f, 0x7f, 0x9f, 0x061c, 0x200b, 0x200d, 0x200e, 0x200f, 0x202a, 0x202e,
    0x2060, 0x2066, 0x2069, 0xfeff, 0xe0041, 0xd800,
  ]

  it('finds each of them wherever it stands in a statement', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...hidden),
        fc.stringMatching(/^[ -~]{0,20}$/),
        fc.stringMatching(/^[ -~]{0,20}$/),
        (codePoint, before, after) => {
          const statement = `${before}${String.fromCodePoint(codePoint)}${after}`
          expect(findingsOf('hidden-characters', exampleBenefit({ statement }))).toHaveLength(1)
        },
      ),
    )
  })

  it('lets letters, numbers, marks, symbols and emoji of any script through', () => {
    const visible = fc.string({ unit: 'binary' }).filter((text) => !/[\p{C}\u2060]/u.test(text))
    fc.assert(
      fc.property(visible, (statement) => {
        expect(findingsOf('hidden-characters', exampleBenefit({ statement }))).toEqual([])
      }),
    )
  })

  it('names the place and the code point, once each', () => {
    const page = exampleTherapy({
      title: 'Ex\u202eample',
      sections: [
        exampleSection(),
        exampleSection({ body: richText(paragraph('a\u200bb\u200bc'), paragraph('d\u2066')) }),
      ],
    })
    const findings = findingsOf('hidden-characters', page)
    expect(findings.map(({ place }) => place)).toEqual([
      'title',
      'sections.1.body',
      'sections.1.body',
    ])
    expect(findings[0]?.message).toContain('U+202E (right-to-left override) after "Ex"')
    expect(findings[1]?.message).toContain('U+200B (zero-width space)')
  })

  it('looks into authors, links and alternative texts too', () => {
    const study = exampleStudy({ authors: [{ family: 'Exa\u200bmple' }] })
    expect(findingsOf('hidden-characters', study)[0]?.place).toBe('authors.0.family')
    const link = paragraph({ type: 'link', url: 'https://a.example/\u202e', children: [] })
    const page = exampleArticle({ sections: [exampleSection({ body: richText(link) })] })
    expect(findingsOf('hidden-characters', page)[0]?.place).toBe('sections.0.body')
  })
})

describe('certainty-within-designs', () => {
  it('fires exactly when the certainty is above the best supporting design', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...certainties),
        fc.array(fc.constantFrom(...studyDesigns), { minLength: 1, maxLength: 4 }),
        (certainty, designs) => {
          const studies = designs.map((design, index) =>
            exampleStudy({ key: `study-${String(index)}`, design }),
          )
          const claim = exampleBenefit({
            certainty,
            citations: studies.map(({ key }) => ({ study: key, stance: 'supports' })),
          })
          const isAbove = studies.every(
            (study) => compareCertainty(certainty, gradeCeiling(study) ?? 'very-low') > 0,
          )
          const findings = findingsOf(
            'certainty-within-designs',
            claim,
            exampleGraph({ live: studies }),
          )
          expect(findings.length > 0).toBe(isAbove)
        },
      ),
    )
  })

  it('counts nothing on retracted sources', () => {
    const claim: Claim = exampleBenefit({
      certainty: 'moderate',
      citations: [
        { study: 'sham-trial', stance: 'supports' },
        { study: 'rabbit-study', stance: 'supports' },
      ],
    })
    const graph = exampleGraph({ live: [exampleStudy({ status: 'retracted' })] })
    expect(findingsOf('certainty-within-designs', claim, graph)).toHaveLength(1)
  })
})

describe('findings that keep a page out of one channel', () => {
  it('name that channel', () => {
    const page = exampleTherapy({ statusNotEstablished: [] })
    expect(findingsOf('regulatory-status-per-channel', page).map(({ channel }) => channel)).toEqual(
      ['gb-en'],
    )
    const unfilled = exampleGraph({ without: ['disclaimer/no-advice'] })
    expect(
      findingsOf('disclaimer-slots-filled', exampleTherapy(), unfilled).map(
        ({ channel }) => channel,
      ),
    ).toEqual(['gb-en', 'us-en'])
  })
})

describe('places', () => {
  it('point at the very citation', () => {
    const claim = exampleBenefit({
      citations: [
        { study: 'sham-trial', stance: 'supports' },
        { study: 'never-entered', stance: 'background' },
      ],
    })
    expect(findingsOf('cited-study-exists', claim)[0]?.place).toBe('citations.1.study')
  })
})
