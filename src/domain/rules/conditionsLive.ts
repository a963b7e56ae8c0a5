import { subjectName } from '../model/index.ts'
import { citegate } from './authorities.ts'
import { conditionReferences } from './conditionReferences.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleCondition, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** The conditions that claims and pages name are live, since the feed carries their names and codes. */
export const conditionsLive = defineRule({
  id: 'conditions-live',
  severity: 'error',
  concern: 'surroundings',
  kinds: ['claim', 'therapy', 'article'],
  authority: citegate('The gate, invariant 5'),
  evaluate: (subject, { graph }) =>
    conditionReferences(subject).flatMap(({ condition, place }) =>
      graph.conditions.get(condition)?.isLive === false
        ? [
            {
              place,
              message: `${subjectName(subject)} names condition ${condition}, which is not published.`,
              remedy: `Publish condition ${condition}, or choose another one.`,
            },
          ]
        : [],
    ),
  examples: {
    fires: [
      {
        name: 'a therapy for a condition that is a draft',
        subject: exampleTherapy(),
        graph: exampleGraph({ drafts: [exampleCondition()] }),
      },
      {
        name: 'a claim about a condition that is a draft',
        subject: exampleBenefit(),
        graph: exampleGraph({ drafts: [exampleCondition()] }),
      },
    ],
    passes: [
      { name: 'a therapy for a live condition', subject: exampleTherapy(), graph: exampleGraph() },
      {
        name: 'a therapy for an unknown condition, which is another rule’s matter',
        subject: exampleTherapy(),
        graph: exampleGraph({ without: ['condition/example-pain'] }),
      },
    ],
  },
})
