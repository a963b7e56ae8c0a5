import { compareCertainty, gradeCeiling, highestCertainty } from '../evidence/index.ts'
import { supportingStudies } from './citedStudies.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleStudy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { without } from './without.ts'

/**
 * No claim is more certain than the best design among its supporting sources allows. Retracted
 * sources allow nothing.
 */
export const certaintyWithinDesigns = defineRule({
  id: 'certainty-within-designs',
  severity: 'error',
  concern: 'text',
  kinds: ['claim'],
  authority: {
    label: 'GRADE Handbook, 5.1.1, Study design',
    url: 'https://gdt.gradepro.org/app/handbook/handbook.html',
  },
  evaluate: (claim, { graph }) => {
    const { certainty } = claim
    const studies = supportingStudies(claim, graph).filter(({ status }) => status !== 'retracted')
    if (certainty === undefined || studies.length === 0) return []
    const ceiling = highestCertainty(studies.flatMap((study) => gradeCeiling(study) ?? []))
    if (ceiling === undefined) {
      return [
        {
          place: 'certainty',
          message: `Claim ${claim.key} states ${certainty} certainty, but none of its supporting sources states a design: ${studies
            .map(({ key }) => key)
            .join(', ')}.`,
          remedy:
            'State the design of the sources (of reviews and guidelines also what they include), or leave the certainty out.',
        },
      ]
    }
    if (compareCertainty(certainty, ceiling) <= 0) return []
    const designs = studies
      .map((study) => `${study.key} (${study.design ?? study.sourceType})`)
      .join(', ')
    return [
      {
        place: 'certainty',
        message: `Claim ${claim.key} states ${certainty} certainty, but its supporting sources allow ${ceiling} at most: ${designs}.`,
        remedy: `Lower the certainty to ${ceiling} or less, or cite stronger evidence.`,
      },
    ]
  },
  examples: {
    fires: [
      {
        name: 'a claim of moderate certainty resting on a case series',
        subject: exampleBenefit({ certainty: 'moderate' }),
        graph: exampleGraph({ live: [exampleStudy({ design: 'case-series' })] }),
      },
      {
        name: 'a claim of high certainty resting on a review of cohorts',
        subject: exampleBenefit({ certainty: 'high' }),
        graph: exampleGraph({
          live: [exampleStudy({ design: 'systematic-review', includedDesign: 'cohort' })],
        }),
      },
      {
        name: 'a claim of low certainty resting on rabbits, with a trial against it',
        subject: exampleBenefit({
          citations: [
            { study: 'rabbit-study', stance: 'supports' },
            { study: 'sham-trial', stance: 'contradicts' },
          ],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a claim with a certainty resting on a study without a design',
        subject: exampleBenefit({ certainty: 'very-low' }),
        graph: exampleGraph({ live: [without(exampleStudy(), 'design')] }),
      },
    ],
    passes: [
      {
        name: 'a claim of high certainty resting on a randomised trial',
        subject: exampleBenefit({ certainty: 'high' }),
        graph: exampleGraph(),
      },
      {
        name: 'a claim rated lower than its design would allow',
        subject: exampleBenefit({ certainty: 'very-low' }),
        graph: exampleGraph(),
      },
      {
        name: 'a claim of very low certainty resting on a case series',
        subject: exampleBenefit({ certainty: 'very-low' }),
        graph: exampleGraph({ live: [exampleStudy({ design: 'case-series' })] }),
      },
    ],
  },
})
