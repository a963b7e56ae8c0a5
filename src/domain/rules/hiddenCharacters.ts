import { subjectKinds, subjectName } from '../model/index.ts'
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

const names: Readonly<Record<number, string>> = {
  0x0000: 'NUL',
  0x061c: 'Arabic letter mark',
  0x200b: 'zero-width space',
  0x200c: 'zero-width non-joiner',
  0x200d: 'zero-width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0xfeff: 'zero-width no-break space',
}

// Controls but for tab and line ends; direction, zero-width and tag characters; halves of surrogate
// pairs, which no UTF-8 file can hold.
const hidden =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

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
      [...firstOfEach(text)].map(([character, offset]) => ({
        place,
        message: `${place} of ${subjectName(subject)} holds ${describe(character)} after "${text.slice(Math.max(0, offset - 20), offset)}": nobody sees it, and what is signed may read differently elsewhere.`,
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

/** Each hidden character of a text with where it first stands. */
function firstOfEach(text: string): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { 0: character, index } of text.matchAll(hidden)) {
    if (!first.has(character)) first.set(character, index)
  }
  return first
}

function describe(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  const name = names[codePoint]
  const number = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  return name === undefined ? number : `${number} (${name})`
}
