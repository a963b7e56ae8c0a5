import { subjectKinds, subjectName } from '../model/index.ts'
import { hiddenCharactersIn } from '../text/index.ts'
import { exampleGraph } from './exampleGraph.ts'
import { paragraph, richText } from './exampleRichText.ts'
import {
  exampleBenefit,
  exampleDisclaimer,
  exampleSection,
  exampleStudy,
  exampleTherapy,
} from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { textsOf } from './textsOf.ts'

/**
 * What is signed is what is read: no character that nobody sees, or that turns the order of words
 * around, stands in any text.
 */
export const hiddenCharacters = defineRule({
  id: 'hidden-characters',
  severity: 'error',
  concern: 'text',
  kinds: subjectKinds,
  authority: {
    label: 'Unicode Technical Report 36, Bidirectional Text Spoofing',
    url: 'https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing',
  },
  evaluate: (subject) =>
    textsOf(subject).flatMap(({ place, text }) =>
      hiddenCharactersIn(text).map(({ description, offset }) => ({
        place,
        message: `${place} of ${subjectName(subject)} holds ${description} after "${text.slice(Math.max(0, offset - 20), offset)}": nobody sees it, and what is signed may read differently elsewhere.`,
        remedy: 'Delete the character, or type the words around it again.',
      })),
    ),
  examples: {
    fires: [
      {
        name: 'a statement with a right-to-left override',
        subject: exampleBenefit({ statement: 'Pain was \u202eless\u202c after six months.' }),
        graph: exampleGraph(),
      },
      {
        name: 'a page with a zero-width space in a paragraph',
        subject: exampleTherapy({
          sections: [exampleSection({ body: richText(paragraph('Not\u200b effective.')) })],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a disclaimer with NUL in it',
        subject: exampleDisclaimer({ body: richText(paragraph('Ask a clinician.\0')) }),
        graph: exampleGraph(),
      },
      {
        name: 'a study whose title begins with a byte order mark',
        subject: exampleStudy({ title: '\ufeffA sham-controlled trial' }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      {
        name: 'a statement with accents, symbols and a no-break space',
        subject: exampleBenefit({ statement: 'Vadalà’s group gave 10\u00a0×\u00a010⁶ cells/µL.' }),
        graph: exampleGraph(),
      },
      {
        name: 'a page with a line break in a paragraph',
        subject: exampleTherapy({
          sections: [exampleSection({ body: richText(paragraph('One line\nand another.')) })],
        }),
        graph: exampleGraph(),
      },
    ],
  },
})
