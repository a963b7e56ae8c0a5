import { gradeCertainty } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleHarm, exampleStatus } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { without } from './without.ts'

/** A claim about the size or presence of an effect says how certain it is. */
export const certaintyStated = defineRule({
  id: 'certainty-stated',
  severity: 'error',
  concern: 'text',
  kinds: ['claim'],
  authority: gradeCertainty,
  evaluate: (claim) =>
    (claim.claimKind === 'benefit' || claim.claimKind === 'comparison') &&
    claim.certainty === undefined
      ? [
          {
            place: 'certainty',
            message: `Claim ${claim.key} is a ${claim.claimKind} claim and does not state the certainty of its evidence.`,
            remedy: 'State the GRADE certainty: high, moderate, low or very low, and why.',
          },
        ]
      : [],
  examples: {
    fires: [
      {
        name: 'a benefit claim without certainty',
        subject: without(exampleBenefit(), 'certainty'),
        graph: exampleGraph(),
      },
      {
        name: 'a comparison without certainty that finds no difference',
        subject: without(
          exampleBenefit({ claimKind: 'comparison', direction: 'noDifference' }),
          'certainty',
        ),
        graph: exampleGraph(),
      },
    ],
    passes: [
      {
        name: 'a benefit claim with its certainty',
        subject: exampleBenefit(),
        graph: exampleGraph(),
      },
      {
        name: 'a regulatory claim, which rests on a document and not on an estimate',
        subject: exampleStatus(),
        graph: exampleGraph(),
      },
      {
        name: 'a mechanism claim without certainty',
        subject: without(exampleBenefit({ claimKind: 'mechanism' }), 'certainty'),
        graph: exampleGraph(),
      },
      {
        name: 'a harm claim without certainty, which another rule mentions',
        subject: without(exampleHarm(), 'certainty'),
        graph: exampleGraph(),
      },
    ],
  },
})
