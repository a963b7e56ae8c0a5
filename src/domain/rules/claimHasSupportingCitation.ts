import { ftcSubstantiation } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleStatus } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** Every claim, a regulatory one too, names at least one source that supports it. */
export const claimHasSupportingCitation = defineRule({
  id: 'claim-has-supporting-citation',
  severity: 'error',
  concern: 'text',
  kinds: ['claim'],
  authority: ftcSubstantiation,
  evaluate: (claim) =>
    claim.citations.some(({ stance }) => stance === 'supports')
      ? []
      : [
          {
            place: 'citations',
            message:
              claim.citations.length === 0
                ? `Claim ${claim.key} cites no source, so nothing stands behind its statement.`
                : `Claim ${claim.key} cites sources, but none of them as supporting its statement.`,
            remedy: 'Cite a source that supports the statement, or withdraw the claim.',
          },
        ],
  examples: {
    fires: [
      {
        name: 'a benefit claim without citations',
        subject: exampleBenefit({ citations: [] }),
        graph: exampleGraph(),
      },
      {
        name: 'a benefit claim cited as background and as contradicted only',
        subject: exampleBenefit({
          citations: [
            { study: 'sham-trial', stance: 'contradicts' },
            { study: 'rabbit-study', stance: 'background' },
          ],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a regulatory claim without citations',
        subject: exampleStatus({ citations: [] }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      {
        name: 'a claim with one supporting citation',
        subject: exampleBenefit(),
        graph: exampleGraph(),
      },
      {
        name: 'a claim that cites evidence for and against it',
        subject: exampleBenefit({
          citations: [
            { study: 'rabbit-study', stance: 'contradicts' },
            { study: 'sham-trial', stance: 'supports' },
          ],
        }),
        graph: exampleGraph(),
      },
    ],
  },
})
