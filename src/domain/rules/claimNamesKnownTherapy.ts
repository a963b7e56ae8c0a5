import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/**
 * A claim is about a therapy of the library. The therapy need not be live: its page needs live claims
 * first.
 */
export const claimNamesKnownTherapy = defineRule({
  id: 'claim-names-known-therapy',
  severity: 'error',
  concern: 'text',
  kinds: ['claim'],
  authority: citegate('Words: a claim is a statement about a therapy'),
  evaluate: (claim, { graph }) =>
    graph.therapies.has(claim.therapy)
      ? []
      : [
          {
            place: 'therapy',
            message:
              claim.therapy === ''
                ? `Claim ${claim.key} does not say which therapy it is about.`
                : `Claim ${claim.key} is about therapy ${claim.therapy}, which does not exist.`,
            remedy: 'Choose the therapy that the statement is about.',
          },
        ],
  examples: {
    fires: [
      {
        name: 'a claim about a therapy nobody entered',
        subject: exampleBenefit({ therapy: 'never-entered' }),
        graph: exampleGraph(),
      },
      {
        name: 'a claim about no therapy',
        subject: exampleBenefit({ therapy: '' }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a claim about a live therapy', subject: exampleBenefit(), graph: exampleGraph() },
      {
        name: 'a claim about a therapy whose page is a draft',
        subject: exampleBenefit(),
        graph: exampleGraph({ drafts: [exampleTherapy()] }),
      },
    ],
  },
})
