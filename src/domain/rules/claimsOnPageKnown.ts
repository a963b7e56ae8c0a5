import { claimReferences } from '../pages/index.ts'
import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { claimAlone, list, reference, richText, table } from './exampleRichText.ts'
import { exampleArticle, exampleSection, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** Every claim that stands on a page exists. */
export const claimsOnPageKnown = defineRule({
  id: 'claims-on-page-known',
  severity: 'error',
  concern: 'text',
  kinds: ['therapy', 'article'],
  authority: citegate('Words: claims stand as nodes that refer to the claim'),
  evaluate: (page, { graph }) =>
    claimReferences(page).flatMap(({ claim, place }) =>
      graph.claims.has(claim)
        ? []
        : [
            {
              place,
              message: `Page ${page.key} refers to claim ${claim}, which does not exist.`,
              remedy: 'Choose another claim, or take the reference out.',
            },
          ],
    ),
  examples: {
    fires: [
      {
        name: 'a page with a claim that was removed',
        subject: exampleTherapy(),
        graph: exampleGraph({ without: ['claim/soreness'] }),
      },
      {
        name: 'a page with an unknown claim in a list in a section',
        subject: exampleArticle({
          sections: [exampleSection({ body: richText(list(claimAlone('never-entered'))) })],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a page with an unknown claim in a table',
        subject: exampleArticle({
          sections: [
            exampleSection({
              body: richText(table(['Outcome', 'Finding'], ['Pain', reference('never-entered')])),
            }),
          ],
        }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a page whose claims exist', subject: exampleTherapy(), graph: exampleGraph() },
      {
        name: 'a page without claims',
        subject: exampleTherapy({ sections: [exampleSection()] }),
        graph: exampleGraph(),
      },
    ],
  },
})
