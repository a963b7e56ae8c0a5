import type { StudyStatus } from '../model/index.ts'
import { citedStudies } from './citedStudies.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleStudy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

const notices: Readonly<Partial<Record<StudyStatus, string>>> = {
  concern: 'an expression of concern stands against it',
  corrected: 'it was corrected after publication',
}

/** Says which cited studies carry a notice that a reviewer should have read. */
export const sourceUnderNotice = defineRule({
  id: 'source-under-notice',
  severity: 'warning',
  concern: 'text',
  kinds: ['claim'],
  authority: {
    label: 'COPE Retraction Guidelines, expressions of concern and corrections',
    url: 'https://publicationethics.org/guidance/guideline/retraction-guidelines',
  },
  evaluate: (claim, { graph }) =>
    citedStudies(claim, graph).flatMap(({ place, known: { subject: study } }) => {
      const notice = notices[study.status]
      return notice === undefined
        ? []
        : [
            {
              place,
              message: `Claim ${claim.key} cites study ${study.key}: ${notice}${
                study.noticeDoi === undefined ? '' : ` (notice ${study.noticeDoi})`
              }.`,
              remedy: 'Read the notice and confirm that the statement still holds.',
            },
          ]
    }),
  examples: {
    fires: [
      {
        name: 'a claim citing a study under an expression of concern',
        subject: exampleBenefit(),
        graph: exampleGraph({ live: [exampleStudy({ status: 'concern' })] }),
      },
      {
        name: 'a claim citing a corrected study',
        subject: exampleBenefit(),
        graph: exampleGraph({
          live: [exampleStudy({ status: 'corrected', noticeDoi: '10.900000/erratum.2022' })],
        }),
      },
    ],
    passes: [
      { name: 'a claim citing an active study', subject: exampleBenefit(), graph: exampleGraph() },
      {
        name: 'a claim citing a retracted study, which is another rule’s matter',
        subject: exampleBenefit(),
        graph: exampleGraph({ live: [exampleStudy({ status: 'retracted' })] }),
      },
    ],
  },
})
