import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareCertainty,
  gradeCeiling,
  highestCertainty,
  isPreclinical,
  oxfordLevel,
} from '../../../../src/domain/evidence/index.ts'
import { certainties, studyDesigns } from '../../../../src/domain/model/index.ts'

describe('designs', () => {
  it.each([
    ['meta-analysis', 'high', 1],
    ['systematic-review', 'high', 1],
    ['randomized-controlled-trial', 'high', 2],
    ['non-randomized-controlled-trial', 'low', 3],
    ['cohort', 'low', 3],
    ['case-control', 'low', 4],
    ['cross-sectional', 'very-low', 4],
    ['case-series', 'very-low', 4],
    ['case-report', 'very-low', 4],
    ['narrative-review', 'very-low', 5],
    ['animal', 'very-low', 5],
    ['in-vitro', 'very-low', 5],
  ] as const)('%s allows %s certainty and is Oxford level %i', (design, ceiling, level) => {
    expect(gradeCeiling({ sourceType: 'study', design })).toBe(ceiling)
    expect(oxfordLevel(design)).toBe(level)
  })

  it.each([
    ['cohort', 'low', 3],
    ['case-series', 'very-low', 4],
    ['animal', 'very-low', 5],
    ['randomized-controlled-trial', 'high', 1],
    ['systematic-review', 'high', 1],
  ] as const)(
    'a review of %s allows %s certainty and is Oxford level %i',
    (included, ceiling, level) => {
      const review = {
        sourceType: 'study',
        design: 'systematic-review',
        includedDesign: included,
      } as const
      expect(gradeCeiling(review)).toBe(ceiling)
      expect(oxfordLevel('systematic-review', included)).toBe(level)
    },
  )

  it('what a review includes never raises a design that is no systematic review', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...studyDesigns.filter(
            (design) => gradeCeiling({ sourceType: 'study', design }) !== 'high',
          ),
        ),
        fc.constantFrom(...studyDesigns),
        (design, includedDesign) =>
          gradeCeiling({ sourceType: 'study', design, includedDesign }) ===
          gradeCeiling({ sourceType: 'study', design }),
      ),
    )
  })

  it('a guideline counts by what it includes, and by nothing if it does not say', () => {
    expect(gradeCeiling({ sourceType: 'guideline', includedDesign: 'cohort' })).toBe('low')
    expect(gradeCeiling({ sourceType: 'guideline' })).toBeUndefined()
  })

  it('a regulatory document allows no certainty', () => {
    expect(
      gradeCeiling({ sourceType: 'regulatory-document', design: 'randomized-controlled-trial' }),
    ).toBeUndefined()
  })

  it('animals, cells and reviews of only these are preclinical', () => {
    const preclinical = studyDesigns.filter((design) =>
      isPreclinical({ sourceType: 'study', design }),
    )
    expect(preclinical).toEqual(['animal', 'in-vitro'])
    expect(
      isPreclinical({
        sourceType: 'study',
        design: 'narrative-review',
        includedDesign: 'in-vitro',
      }),
    ).toBe(true)
    expect(isPreclinical({ sourceType: 'study' })).toBe(false)
  })
})

describe('certainties', () => {
  it('are ordered from very low to high', () => {
    expect(certainties.toSorted(compareCertainty)).toEqual(['very-low', 'low', 'moderate', 'high'])
    expect(compareCertainty('low', 'low')).toBe(0)
  })

  it('have a highest one unless there is none', () => {
    expect(highestCertainty(['low', 'moderate', 'very-low'])).toBe('moderate')
    expect(highestCertainty([])).toBeUndefined()
  })
})
