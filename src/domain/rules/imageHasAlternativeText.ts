import { subjectName } from '../model/index.ts'
import type { Disclaimer, Page, RichText } from '../model/index.ts'
import { nodesIn } from '../pages/index.ts'
import { exampleGraph } from './exampleGraph.ts'
import { image, paragraph, richText } from './exampleRichText.ts'
import {
  exampleArticle,
  exampleDisclaimer,
  exampleSection,
  exampleTherapy,
} from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** Every image says in words what it shows. */
export const imageHasAlternativeText = defineRule({
  id: 'image-has-alternative-text',
  severity: 'error',
  concern: 'text',
  kinds: ['therapy', 'article', 'disclaimer'],
  authority: {
    label: 'WCAG 2.2, 1.1.1, Non-text Content',
    url: 'https://www.w3.org/TR/WCAG22/#non-text-content',
  },
  evaluate: (subject) =>
    richTextsOf(subject).flatMap(({ place, text }) =>
      [...nodesIn(text)].flatMap(({ node }) =>
        (node.type === 'image' || node.type === 'imageReference') && isEmpty(node.alt)
          ? [
              {
                place,
                message: `An image in ${place} of ${subjectName(subject)} has no alternative text, so part of the readers do not get what it says.`,
                remedy: 'Describe in the alternative text what the image shows.',
              },
            ]
          : [],
      ),
    ),
  examples: {
    fires: [
      {
        name: 'a page with an image without alternative text',
        subject: exampleTherapy({
          sections: [exampleSection({ body: richText(paragraph(image(null))) })],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a disclaimer with an image whose alternative text is a space',
        subject: exampleDisclaimer({ body: richText(paragraph('Ask first.', image(' '))) }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      {
        name: 'a page with a described image',
        subject: exampleArticle({
          sections: [
            exampleSection({ body: richText(paragraph(image('Needle beside a lumbar disc'))) }),
          ],
        }),
        graph: exampleGraph(),
      },
      { name: 'a page without images', subject: exampleTherapy(), graph: exampleGraph() },
    ],
  },
})

function richTextsOf(subject: Page | Disclaimer): { place: string; text: RichText }[] {
  return subject.kind === 'disclaimer'
    ? [{ place: 'body', text: subject.body }]
    : subject.sections.map(({ body }, index) => ({
        place: `sections.${String(index)}.body`,
        text: body,
      }))
}

function isEmpty(text: string | null | undefined): boolean {
  return (text ?? '').trim() === ''
}
