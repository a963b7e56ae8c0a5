import { gradeCertainty } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleHarm } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { without } from './without.ts'

/**
 * GRADE rates undesirable outcomes like desirable ones. A harm claim often reports what happened,
 * such as one infection, and estimates nothing that could be rated; asking for a rating as an error
 * would keep such warnings from readers. So this one warns.
 */
export const harmCertaintyStated = defineRule({
  id: 'harm-certainty-stated',
  severity: 'warning',
  concern: 'text',
  kinds: ['claim'],
  authority: gradeCertainty,
  evaluate: (claim) =>
    claim.claimKind === 'harm' && claim.certainty === undefined
      ? [
          {
            place: 'certainty',
            message: `Claim ${claim.key} is a harm claim and does not state the certainty of its evidence.`,
            remedy:
              'State the GRADE certainty if the claim estimates how frequent the harm is; leave it out if the claim reports single events.',
          },
        ]
      : [],
  examples: {
    fires: [
      {
        name: 'a harm claim without certainty',
        subject: without(exampleHarm(), 'certainty'),
        graph: exampleGraph(),
      },
      {
        name: 'a harm claim without certainty that finds no difference',
        subject: without(exampleHarm({ direction: 'noDifference' }), 'certainty'),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a harm claim with its certainty', subject: exampleHarm(), graph: exampleGraph() },
      {
        name: 'a benefit claim without certainty, which another rule refuses',
        subject: without(exampleBenefit(), 'certainty'),
        graph: exampleGraph(),
      },
    ],
  },
})
