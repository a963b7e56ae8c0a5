import { icmjeReferences } from './authorities.ts'
import { citedStudies } from './citedStudies.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleRabbitStudy, exampleStudy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/**
 * No claim cites a retracted study, whatever the stance: what was retracted neither supports nor
 * contradicts, and as background it would send readers to it without a word. ICMJE excepts a text
 * about the retraction itself; such texts are no claims about a therapy.
 */
export const noRetractedSource = defineRule({
  id: 'no-retracted-source',
  severity: 'error',
  concern: 'text',
  kinds: ['claim'],
  authority: icmjeReferences,
  evaluate: (claim, { graph }) =>
    citedStudies(claim, graph).flatMap(({ place, known: { subject: study } }) =>
      study.status === 'retracted'
        ? [
            {
              place,
              message: `Claim ${claim.key} cites study ${study.key}, which was retracted${
                study.noticeDoi === undefined ? '' : ` (notice ${study.noticeDoi})`
              }.`,
              remedy: 'Replace the citation and judge the statement anew, or withdraw the claim.',
            },
          ]
        : [],
    ),
  examples: {
    fires: [
      {
        name: 'a claim supported by a retracted study',
        subject: exampleBenefit(),
        graph: exampleGraph({
          live: [exampleStudy({ status: 'retracted', noticeDoi: '10.900000/notice.2024' })],
        }),
      },
      {
        name: 'a claim that a retracted study contradicts',
        subject: exampleBenefit({
          citations: [
            { study: 'sham-trial', stance: 'supports' },
            { study: 'rabbit-study', stance: 'contradicts' },
          ],
        }),
        graph: exampleGraph({ live: [exampleRabbitStudy({ status: 'retracted' })] }),
      },
      {
        name: 'a claim with a retracted study as background',
        subject: exampleBenefit({
          citations: [
            { study: 'sham-trial', stance: 'supports' },
            { study: 'rabbit-study', stance: 'background' },
          ],
        }),
        graph: exampleGraph({ live: [exampleRabbitStudy({ status: 'retracted' })] }),
      },
    ],
    passes: [
      { name: 'a claim citing an active study', subject: exampleBenefit(), graph: exampleGraph() },
      {
        name: 'a claim citing a corrected study',
        subject: exampleBenefit(),
        graph: exampleGraph({ live: [exampleStudy({ status: 'corrected' })] }),
      },
      {
        name: 'a claim beside a retracted study that it does not cite',
        subject: exampleBenefit(),
        graph: exampleGraph({ live: [exampleRabbitStudy({ status: 'retracted' })] }),
      },
    ],
  },
})
