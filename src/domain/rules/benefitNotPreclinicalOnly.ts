import { isPreclinical } from '../evidence/index.ts'
import { ftcSubstantiation } from './authorities.ts'
import { supportingStudies } from './citedStudies.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleHarm, exampleRabbitStudy, exampleStudy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { speaksOfBenefit } from './speaksOfBenefit.ts'
import type { Study } from '../model/index.ts'

/**
 * Benefit for people is not claimed from animals or cells alone (also CAP, advice on pain claims). A
 * study that does not say its design is no evidence that people were studied.
 */
export const benefitNotPreclinicalOnly = defineRule({
  id: 'benefit-not-preclinical-only',
  severity: 'error',
  concern: 'text',
  kinds: ['claim'],
  authority: ftcSubstantiation,
  evaluate: (claim, { graph }) => {
    if (!speaksOfBenefit(claim)) return []
    const studies = supportingStudies(claim, graph)
    if (studies.length === 0 || studies.some(isAboutPeople)) return []
    const sources = studies
      .map((study) => `${study.key} (${study.design ?? 'design not stated'})`)
      .join(', ')
    return [
      {
        place: 'citations',
        message: `Claim ${claim.key} speaks of benefit and rests on no study in people: ${sources}.`,
        remedy:
          'Cite a study in people, state the design where it is missing, or make it a claim about the mechanism.',
      },
    ]
  },
  examples: {
    fires: [
      {
        name: 'a benefit claim citing only a rabbit study',
        subject: exampleBenefit({ citations: [{ study: 'rabbit-study', stance: 'supports' }] }),
        graph: exampleGraph(),
      },
      {
        name: 'a benefit claim resting on a review of cell studies, with a trial as background',
        subject: exampleBenefit({
          citations: [
            { study: 'cell-review', stance: 'supports' },
            { study: 'sham-trial', stance: 'background' },
          ],
        }),
        graph: exampleGraph({
          live: [
            exampleStudy({
              key: 'cell-review',
              design: 'systematic-review',
              includedDesign: 'in-vitro',
            }),
          ],
        }),
      },
      {
        name: 'a favourable comparison citing only a rabbit study',
        subject: exampleBenefit({
          claimKind: 'comparison',
          citations: [{ study: 'rabbit-study', stance: 'supports' }],
        }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      {
        name: 'a benefit claim citing a trial and a rabbit study',
        subject: exampleBenefit({
          citations: [
            { study: 'rabbit-study', stance: 'supports' },
            { study: 'sham-trial', stance: 'supports' },
          ],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a mechanism claim citing only a rabbit study',
        subject: exampleBenefit({
          claimKind: 'mechanism',
          citations: [{ study: 'rabbit-study', stance: 'supports' }],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a harm claim citing only a rabbit study',
        subject: exampleHarm({ citations: [{ study: 'rabbit-study', stance: 'supports' }] }),
        graph: exampleGraph({ live: [exampleRabbitStudy()] }),
      },
    ],
  },
})

function isAboutPeople(study: Study): boolean {
  const isDocument = study.sourceType !== 'study'
  return !isPreclinical(study) && (isDocument || study.design !== undefined)
}
