import { ftcRegulatorApproval } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleStatus } from './exampleSubjects.ts'
import { defineRule, type RuleHit } from './rule.ts'
import { without } from './without.ts'

/**
 * A regulatory claim says whose regulator and which status; no other claim does. Without both it
 * would be shown in the wrong channels or in none.
 */
export const regulatoryClaimComplete = defineRule({
  id: 'regulatory-claim-complete',
  severity: 'error',
  concern: 'text',
  kinds: ['claim'],
  authority: ftcRegulatorApproval,
  evaluate: (claim) => {
    const hits: RuleHit[] = []
    const isRegulatory = claim.claimKind === 'regulatory'
    if (isRegulatory && claim.jurisdiction === undefined) {
      hits.push({
        place: 'jurisdiction',
        message: `Claim ${claim.key} is a regulatory claim and does not say whose regulator it speaks of.`,
        remedy: 'Choose the jurisdiction.',
      })
    }
    if (isRegulatory && claim.regulatoryStatus === undefined) {
      hits.push({
        place: 'regulatoryStatus',
        message: `Claim ${claim.key} is a regulatory claim and does not say which status the therapy has.`,
        remedy: 'Choose the regulatory status.',
      })
    }
    if (!isRegulatory && claim.jurisdiction !== undefined) {
      hits.push({
        place: 'jurisdiction',
        message: `Claim ${claim.key} names jurisdiction ${claim.jurisdiction} and is a ${claim.claimKind} claim, which holds everywhere.`,
        remedy: 'Remove the jurisdiction, or make it a regulatory claim.',
      })
    }
    if (!isRegulatory && claim.regulatoryStatus !== undefined) {
      hits.push({
        place: 'regulatoryStatus',
        message: `Claim ${claim.key} states a regulatory status and is a ${claim.claimKind} claim.`,
        remedy: 'Remove the status, or make it a regulatory claim.',
      })
    }
    return hits
  },
  examples: {
    fires: [
      {
        name: 'a regulatory claim of no jurisdiction',
        subject: without(exampleStatus(), 'jurisdiction'),
        graph: exampleGraph(),
      },
      {
        name: 'a regulatory claim without a status',
        subject: without(exampleStatus(), 'regulatoryStatus'),
        graph: exampleGraph(),
      },
      {
        name: 'a benefit claim with a jurisdiction',
        subject: exampleBenefit({ jurisdiction: 'us' }),
        graph: exampleGraph(),
      },
      {
        name: 'a benefit claim that says its therapy is authorised',
        subject: exampleBenefit({ regulatoryStatus: 'authorised' }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a complete regulatory claim', subject: exampleStatus(), graph: exampleGraph() },
      { name: 'a benefit claim with neither', subject: exampleBenefit(), graph: exampleGraph() },
    ],
  },
})
