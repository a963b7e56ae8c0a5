import { icmjeReferences } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** Every citation leads to a study of the library. */
export const citedStudyExists = defineRule({
  id: 'cited-study-exists',
  severity: 'error',
  concern: 'text',
  kinds: ['claim'],
  authority: icmjeReferences,
  evaluate: (claim, { graph }) =>
    claim.citations.flatMap(({ study }, index) =>
      graph.studies.has(study)
        ? []
        : [
            {
              place: `citations.${String(index)}.study`,
              message: `Claim ${claim.key} cites study ${study}, which is not in the library.`,
              remedy: 'Enter the study, cite another one, or remove the citation.',
            },
          ],
    ),
  examples: {
    fires: [
      {
        name: 'a claim that cites a study nobody entered',
        subject: exampleBenefit({ citations: [{ study: 'never-entered', stance: 'supports' }] }),
        graph: exampleGraph(),
      },
      {
        name: 'a claim whose background source was removed',
        subject: exampleBenefit({
          citations: [
            { study: 'sham-trial', stance: 'supports' },
            { study: 'rabbit-study', stance: 'background' },
          ],
        }),
        graph: exampleGraph({ without: ['study/rabbit-study'] }),
      },
    ],
    passes: [
      { name: 'a claim that cites a live study', subject: exampleBenefit(), graph: exampleGraph() },
      {
        name: 'a claim without citations, which is another rule’s matter',
        subject: exampleBenefit({ citations: [] }),
        graph: exampleGraph(),
      },
    ],
  },
})
