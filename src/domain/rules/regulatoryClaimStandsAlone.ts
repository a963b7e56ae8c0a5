import { claimReferences } from '../pages/index.ts'
import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { claimAlone, list, paragraph, reference, richText, table } from './exampleRichText.ts'
import { exampleArticle, exampleSection, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/**
 * A regulatory claim is all that its paragraph or table cell holds: in the channels of other
 * jurisdictions the whole paragraph is left out, and words beside it would be left without a subject.
 */
export const regulatoryClaimStandsAlone = defineRule({
  id: 'regulatory-claim-stands-alone',
  severity: 'error',
  concern: 'text',
  kinds: ['therapy', 'article'],
  authority: citegate('Words: jurisdiction selects regulatory claims'),
  evaluate: (page, { graph }) =>
    claimReferences(page).flatMap(({ claim, place, standsAlone }) =>
      standsAlone || graph.claims.get(claim)?.subject.claimKind !== 'regulatory'
        ? []
        : [
            {
              place,
              message: `Regulatory claim ${claim} shares its paragraph with other text, which would stay behind alone in channels of other jurisdictions.`,
              remedy: 'Give the claim a paragraph, list item or table cell of its own.',
            },
          ],
    ),
  examples: {
    fires: [
      {
        name: 'a regulatory claim after an introduction',
        subject: exampleTherapy({
          sections: [
            exampleSection({
              body: richText(paragraph('In the United States: ', reference('status-us'))),
            }),
          ],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a regulatory claim in one paragraph with another claim',
        subject: exampleArticle({
          sections: [
            exampleSection({
              body: richText(paragraph(reference('status-us'), ' ', reference('soreness'))),
            }),
          ],
        }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      {
        name: 'a regulatory claim in its own paragraph',
        subject: exampleTherapy(),
        graph: exampleGraph(),
      },
      {
        name: 'a regulatory claim as a list item and as a table cell, spaces around it',
        subject: exampleArticle({
          sections: [
            exampleSection({
              body: richText(
                list(paragraph(' ', reference('status-us'), ' ')),
                table(['Therapy', 'Status'], ['Example injection', reference('status-us')]),
              ),
            }),
          ],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a benefit claim in the middle of a sentence',
        subject: exampleTherapy({
          sections: [
            exampleSection({
              body: richText(paragraph('Put simply: ', reference('less-pain-at-six-months'))),
            }),
            exampleSection({ body: richText(claimAlone('status-us')) }),
          ],
        }),
        graph: exampleGraph(),
      },
    ],
  },
})
