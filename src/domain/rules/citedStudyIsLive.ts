import { citegate } from './authorities.ts'
import { citedStudies } from './citedStudies.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleRabbitStudy, exampleStudy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** Every cited study is live itself, so that the feed carries what its footnotes refer to. */
export const citedStudyIsLive = defineRule({
  id: 'cited-study-is-live',
  severity: 'error',
  concern: 'surroundings',
  kinds: ['claim'],
  authority: citegate('The gate, invariant 5'),
  evaluate: (claim, { graph }) =>
    citedStudies(claim, graph).flatMap(({ place, known }) =>
      known.isLive
        ? []
        : [
            {
              place,
              message: `Claim ${claim.key} cites study ${known.subject.key}, which is not published, so its reference would be missing from the feed.`,
              remedy: `Publish study ${known.subject.key}, or cite another one.`,
            },
          ],
    ),
  examples: {
    fires: [
      {
        name: 'a claim citing a draft',
        subject: exampleBenefit(),
        graph: exampleGraph({ drafts: [exampleStudy()] }),
      },
      {
        name: 'a claim whose background source is a draft',
        subject: exampleBenefit({
          citations: [
            { study: 'sham-trial', stance: 'supports' },
            { study: 'rabbit-study', stance: 'background' },
          ],
        }),
        graph: exampleGraph({ drafts: [exampleRabbitStudy()] }),
      },
    ],
    passes: [
      { name: 'a claim citing a live study', subject: exampleBenefit(), graph: exampleGraph() },
      {
        name: 'a claim citing an unknown study, which is another rule’s matter',
        subject: exampleBenefit(),
        graph: exampleGraph({ without: ['study/sham-trial'] }),
      },
    ],
  },
})
