import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleCondition } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** A condition has a name that readers know it by. */
export const conditionHasName = defineRule({
  id: 'condition-has-name',
  severity: 'error',
  concern: 'text',
  kinds: ['condition'],
  authority: citegate('Words: a condition is what a therapy is for'),
  evaluate: ({ key, name }) =>
    name.trim() === ''
      ? [
          {
            place: 'name',
            message: `Condition ${key} has no name.`,
            remedy: 'Enter the name that readers know it by.',
          },
        ]
      : [],
  examples: {
    fires: [
      {
        name: 'a condition without a name',
        subject: exampleCondition({ name: '' }),
        graph: exampleGraph(),
      },
      {
        name: 'a condition whose name is a space',
        subject: exampleCondition({ name: ' ' }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a condition with a name', subject: exampleCondition(), graph: exampleGraph() },
      {
        name: 'a condition with a name in another script',
        subject: exampleCondition({ name: '腰痛' }),
        graph: exampleGraph(),
      },
    ],
  },
})
