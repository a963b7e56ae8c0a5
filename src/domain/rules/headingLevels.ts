import type { RichText } from '../model/index.ts'
import { nodesIn } from '../pages/index.ts'
import { exampleGraph } from './exampleGraph.ts'
import { heading, paragraph, richText } from './exampleRichText.ts'
import { exampleArticle, exampleSection, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

// The page's title is level 1, a section's heading level 2.
const sectionLevel = 2

/** Headings inside a section go down one level at a time, so that the outline is the structure. */
export const headingLevels = defineRule({
  id: 'heading-levels',
  severity: 'error',
  concern: 'text',
  kinds: ['therapy', 'article'],
  authority: {
    label: 'WCAG 2.2, 1.3.1, Info and Relationships',
    url: 'https://www.w3.org/TR/WCAG22/#info-and-relationships',
  },
  evaluate: (page) =>
    page.sections.flatMap(({ heading: title, body }, index) =>
      wrongSteps(body).map(({ from, to }) => ({
        place: `sections.${String(index)}.body`,
        message:
          to <= sectionLevel
            ? `Section "${title}" of page ${page.key} holds a heading of level ${String(to)}, which is for the page and its sections.`
            : `Section "${title}" of page ${page.key} goes from heading level ${String(from)} to level ${String(to)}.`,
        remedy: `Use level ${String(to <= sectionLevel ? sectionLevel + 1 : from + 1)} here.`,
      })),
    ),
  examples: {
    fires: [
      {
        name: 'a section with a heading of level 2',
        subject: exampleTherapy({
          sections: [exampleSection({ body: richText(heading(2, 'Trials'), paragraph('One.')) })],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a section that begins with level 4',
        subject: exampleTherapy({
          sections: [exampleSection({ body: richText(heading(4, 'Trials'), paragraph('One.')) })],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a section that goes from level 3 to 5',
        subject: exampleArticle({
          sections: [exampleSection({ body: richText(heading(3, 'Trials'), heading(5, 'Sham')) })],
        }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'sections without headings', subject: exampleTherapy(), graph: exampleGraph() },
      {
        name: 'a section with levels 3, 4 and 3 again',
        subject: exampleArticle({
          sections: [
            exampleSection({
              body: richText(
                heading(3, 'Trials'),
                heading(4, 'Sham'),
                heading(3, 'Series'),
                paragraph('One.'),
              ),
            }),
          ],
        }),
        graph: exampleGraph(),
      },
    ],
  },
})

function wrongSteps(body: RichText): { readonly from: number; readonly to: number }[] {
  let from = sectionLevel
  return [...nodesIn(body)].flatMap(({ node }) => {
    if (node.type !== 'heading') return []
    const step = { from, to: node.depth }
    from = node.depth
    return step.to > sectionLevel && step.to <= step.from + 1 ? [] : [step]
  })
}
