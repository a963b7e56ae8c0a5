import { subjectName } from '../model/index.ts'
import { citegate } from './authorities.ts'
import { conditionReferences } from './conditionReferences.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleArticle, exampleBenefit, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { without } from './without.ts'

/** The conditions that claims and pages name are conditions of the library. */
export const conditionsKnown = defineRule({
  id: 'conditions-known',
  severity: 'error',
  concern: 'text',
  kinds: ['claim', 'therapy', 'article'],
  authority: citegate('Words: a condition is what a therapy is for'),
  evaluate: (subject, { graph }) =>
    conditionReferences(subject).flatMap(({ condition, place }) =>
      graph.conditions.has(condition)
        ? []
        : [
            {
              place,
              message: `${subjectName(subject)} names condition ${condition}, which does not exist.`,
              remedy: 'Choose a condition of the library, or enter this one.',
            },
          ],
    ),
  examples: {
    fires: [
      {
        name: 'a claim about a condition nobody entered',
        subject: exampleBenefit({ condition: 'never-entered' }),
        graph: exampleGraph(),
      },
      {
        name: 'a therapy for a condition that was removed',
        subject: exampleTherapy(),
        graph: exampleGraph({ without: ['condition/example-pain'] }),
      },
    ],
    passes: [
      { name: 'an article on a known condition', subject: exampleArticle(), graph: exampleGraph() },
      {
        name: 'a claim about no condition in particular',
        subject: without(exampleBenefit(), 'condition'),
        graph: exampleGraph(),
      },
    ],
  },
})
