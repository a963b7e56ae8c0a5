import { claimReferences } from '../pages/index.ts'
import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleArticle, exampleBenefit, exampleHarm, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** Every claim that stands on a live page is live itself. */
export const claimsOnPageLive = defineRule({
  id: 'claims-on-page-live',
  severity: 'error',
  concern: 'surroundings',
  kinds: ['therapy', 'article'],
  authority: citegate('The gate, invariants 1 and 5'),
  evaluate: (page, { graph }) =>
    claimReferences(page).flatMap(({ claim, place }) =>
      graph.claims.get(claim)?.isLive === false
        ? [
            {
              place,
              message: `Page ${page.key} refers to claim ${claim}, which is not published.`,
              remedy: `Have claim ${claim} approved and publish it, or take the reference out.`,
            },
          ]
        : [],
    ),
  examples: {
    fires: [
      {
        name: 'a therapy with a claim that is a draft',
        subject: exampleTherapy(),
        graph: exampleGraph({ drafts: [exampleBenefit()] }),
      },
      {
        name: 'an article whose harm claim was withdrawn',
        subject: exampleArticle(),
        graph: exampleGraph({ drafts: [exampleHarm()] }),
      },
    ],
    passes: [
      { name: 'a page whose claims are live', subject: exampleTherapy(), graph: exampleGraph() },
      {
        name: 'a page with an unknown claim, which is another rule’s matter',
        subject: exampleTherapy(),
        graph: exampleGraph({ without: ['claim/soreness'] }),
      },
    ],
  },
})
