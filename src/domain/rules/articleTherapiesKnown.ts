import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleArticle } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** The therapies an article speaks of exist. */
export const articleTherapiesKnown = defineRule({
  id: 'article-therapies-known',
  severity: 'error',
  concern: 'text',
  kinds: ['article'],
  authority: citegate('Words: an article names the therapies it speaks of'),
  evaluate: (article, { graph }) =>
    article.therapies.flatMap((therapy, index) =>
      graph.therapies.has(therapy)
        ? []
        : [
            {
              place: `therapies.${String(index)}`,
              message: `Article ${article.key} speaks of therapy ${therapy}, which does not exist.`,
              remedy: 'Choose a therapy of the library, or take it out.',
            },
          ],
    ),
  examples: {
    fires: [
      {
        name: 'an article on a therapy nobody entered',
        subject: exampleArticle({ therapies: ['example-injection', 'never-entered'] }),
        graph: exampleGraph(),
      },
      {
        name: 'an article on a therapy that was removed',
        subject: exampleArticle(),
        graph: exampleGraph({ without: ['therapy/example-injection'] }),
      },
    ],
    passes: [
      { name: 'an article on a known therapy', subject: exampleArticle(), graph: exampleGraph() },
      {
        name: 'an article on no therapy',
        subject: exampleArticle({ therapies: [] }),
        graph: exampleGraph(),
      },
    ],
  },
})
