import { claimReferences } from '../pages/index.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleArticle, exampleBenefit, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** A page speaks one language, its claims included. */
export const claimsInPageLanguage = defineRule({
  id: 'claims-in-page-language',
  severity: 'error',
  concern: 'text',
  kinds: ['therapy', 'article'],
  authority: {
    label: 'WCAG 2.2, 3.1.1, Language of Page',
    url: 'https://www.w3.org/TR/WCAG22/#language-of-page',
  },
  evaluate: (page, { graph }) =>
    claimReferences(page).flatMap(({ claim: key, place }) => {
      const claim = graph.claims.get(key)?.subject
      return claim === undefined || claim.language === page.language
        ? []
        : [
            {
              place,
              message: `Page ${page.key} is written in "${page.language}", and its claim ${key} in "${claim.language}".`,
              remedy: 'Put in the translation of the claim, or make one.',
            },
          ]
    }),
  examples: {
    fires: [
      {
        name: 'an English therapy with a German claim',
        subject: exampleTherapy(),
        graph: exampleGraph({ live: [exampleBenefit({ language: 'de' })] }),
      },
      {
        name: 'a German article with English claims',
        subject: exampleArticle({ language: 'de' }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      {
        name: 'an English page with English claims',
        subject: exampleTherapy(),
        graph: exampleGraph(),
      },
      {
        name: 'a page with an unknown claim, which is another rule’s matter',
        subject: exampleTherapy(),
        graph: exampleGraph({ without: ['claim/less-pain-at-six-months'] }),
      },
    ],
  },
})
