import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleArticle, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/**
 * Says which therapies of an article have no live page. A warning: an article stands on its own
 * claims, and one page that is withheld should not take every article down that mentions it.
 */
export const articleTherapiesLive = defineRule({
  id: 'article-therapies-live',
  severity: 'warning',
  concern: 'surroundings',
  kinds: ['article'],
  authority: citegate('When evidence falls'),
  evaluate: (article, { graph }) =>
    article.therapies.flatMap((therapy, index) =>
      graph.therapies.get(therapy)?.isLive === false
        ? [
            {
              place: `therapies.${String(index)}`,
              message: `Article ${article.key} speaks of therapy ${therapy}, whose page is not published, so readers cannot follow to it.`,
              remedy: `Publish therapy ${therapy}, or take it out.`,
            },
          ]
        : [],
    ),
  examples: {
    fires: [
      {
        name: 'an article on a therapy whose page is a draft',
        subject: exampleArticle(),
        graph: exampleGraph({ drafts: [exampleTherapy()] }),
      },
      {
        name: 'an article on two therapies, one of them a draft',
        subject: exampleArticle({ therapies: ['example-injection', 'example-patch'] }),
        graph: exampleGraph({ drafts: [exampleTherapy({ key: 'example-patch' })] }),
      },
    ],
    passes: [
      { name: 'an article on a live therapy', subject: exampleArticle(), graph: exampleGraph() },
      {
        name: 'an article on an unknown therapy, which is another rule’s matter',
        subject: exampleArticle({ therapies: ['never-entered'] }),
        graph: exampleGraph(),
      },
    ],
  },
})
