import fc from 'fast-check'
import {
  bold,
  cell,
  claim,
  code,
  heading,
  italic,
  item,
  lineBreak,
  link,
  list,
  lowered,
  paragraph,
  quote,
  raised,
  rule,
  state,
  struck,
  table,
  text,
  upload,
} from '../lexical/lexicalState.ts'
import type { LexicalJson } from '../lexical/lexicalState.ts'

/** Rich text as an editor could write it who wants every reader of Markdown to stumble. */

/** What a reader must not lose a character of. */
const clinical = [
  ...['5 mg/kg', '- 5 mg', '−5', '>18 years', '> 18', '≥ 18', '≤65', '<0.001', 'p < .05', '±2 SD'],
  ...['10–20 %', '10-20', '1.5×10', '0.5', '1,234.5', '37 °C', '5\u00a0µg', '5\u202fml', 'β', 'μg'],
  ...['TNF-α', 'Δ', 'χ²', 'CI 95 %', '(n=12)', '[1–3]', '1:1000', '—', '…', '½', '‰', 'Å', 'H₂O'],
  ...['2*3*4', 'CD34+', 'IL-1β/IL-6', 'HbA1c_%', '~5', '≈5', '1/2', '#4 of 10', '1. day', '2) two'],
]
const marks = [
  ...[
    '- ',
    '+ ',
    '* ',
    '> ',
    '1. ',
    '1) ',
    '# ',
    '|',
    '||',
    '\\|',
    '<',
    '>',
    '<b>',
    '</b>',
    '<!--',
  ],
  ...[
    '<?',
    '<br>',
    '&',
    '&amp;',
    '&lt',
    '&#',
    '[',
    ']',
    '](x)',
    '[^a]',
    '[^a]:',
    '[a]: b',
    '![',
    '!',
  ],
  ...[
    '~',
    '~~',
    '*',
    '**',
    '***',
    '_',
    '__',
    '`',
    '``',
    '```',
    '~~~',
    ':',
    '::',
    '---',
    '===',
    '***',
  ],
  ...[
    '\t',
    ' ',
    '  ',
    '    ',
    '\u00a0',
    '\\',
    '\\\\',
    '"',
    "'",
    '--',
    '...',
    '$',
    '$$',
    '^',
    '{',
    '}',
  ],
  ...[
    '{{',
    '}}',
    '{{< x >}}',
    '{{% y %}}',
    '{%',
    '%}',
    '{#a}',
    '{.b}',
    ': ',
    ':b:',
    '[ ] ',
    '[x] ',
    '@',
  ],
  ...[
    'a',
    'b',
    'é',
    '中',
    '。',
    '😀',
    'שלום',
    'مرحبا',
    '.',
    ',',
    '(',
    ')',
    '(c)',
    '+-',
    '[[x]]',
    '==',
    '++',
  ],
  ...[
    'www.a.bc',
    'https://a.bc/d_e*f*',
    'a@b.cd',
    'http://',
    '- - -',
    '| - |',
    '|-|',
    '0',
    '1',
    '9',
  ],
]
const piece = fc.oneof(fc.constantFrom(...clinical), fc.constantFrom(...marks))
const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))

const formats = fc.constantFrom(
  ...[0, 0, 0, bold, italic, struck, bold | italic, bold | struck, italic | struck, code],
  ...[bold | code, bold | italic | struck],
)
const word = fc.tuple(words, formats).map(([value, format]) => text(value, format))
const script = fc.oneof(
  fc.constantFrom('2', '9', '-3', '+', '12', '10').map((value) => text(value, raised)),
  fc.constantFrom('2', '50', '0', '1-2', 'max').map((value) => text(value, lowered)),
)
const addresses = [
  ...['https://a.bc/(d)?e=*f*', 'https://a.bc/a_b_c?x=1&y=2#z', 'mailto:a@b.cd'],
  ...[
    `https://a.bc/${'long-'.repeat(60)}end`,
    'https://a.bc/%20%3C',
    'https://a.bc/[x]',
    'http://a.bc/é',
  ],
]
const anchor = fc
  .tuple(fc.constantFrom(...addresses), fc.array(word, { minLength: 1, maxLength: 2 }))
  .map(([url, children]) => link(url, ...children))

/** What stands in one line of text, also in a heading and in a cell. */
const inline = fc.oneof(
  { weight: 12, arbitrary: word },
  { weight: 3, arbitrary: script },
  { weight: 2, arbitrary: anchor },
  { weight: 2, arbitrary: fc.constantFrom('claim-1', 'claim-2').map((id) => claim(id)) },
)
const line = fc.array(inline, { minLength: 1, maxLength: 4 })
const lines = fc
  .array(line, { minLength: 1, maxLength: 2 })
  .map((parts) => parts.flatMap((nodes, index) => (index === 0 ? nodes : [lineBreak, ...nodes])))

const items = fc
  .array(lines, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((one) => item(...one)))
const plainList = fc
  .tuple(fc.constantFrom('bullet', 'number'), items, fc.constantFrom(1, 1, 3, 0, 10))
  .map(([type, all, start]) => list(type, all, type === 'number' ? start : 1))
/** Lexical keeps an inner list in an item of its own, behind the one it belongs to. */
const nestedList = fc
  .tuple(
    fc.constantFrom('bullet', 'number'),
    items,
    fc.array(plainList, { minLength: 1, maxLength: 2 }),
  )
  .map(([type, all, inner]) => list(type, [...all, ...inner.map((one) => item(one)), ...all]))
const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean())
  .chain(([columns, hasHeader]) =>
    fc
      .array(fc.array(fc.option(line, { freq: 8 }), { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((rows) =>
        table(
          ...rows.map((cells, row) =>
            cells.map((nodes) =>
              cell(
                hasHeader && row === 0 ? 1 : 0,
                ...(nodes === null ? [] : [paragraph(...nodes)]),
              ),
            ),
          ),
        ),
      ),
  )

const block: fc.Arbitrary<LexicalJson> = fc.oneof(
  { weight: 6, arbitrary: lines.map((nodes) => paragraph(...nodes)) },
  { weight: 2, arbitrary: plainList },
  { weight: 2, arbitrary: nestedList },
  { weight: 2, arbitrary: anyTable },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('h3', 'h4'), line)
      .map(([tag, nodes]) => heading(tag, ...nodes)),
  },
  { weight: 1, arbitrary: lines.map((nodes) => quote(...nodes)) },
  { weight: 1, arbitrary: fc.constantFrom('media-1', 'media-2').map((id) => upload(id)) },
  { weight: 1, arbitrary: fc.constant(rule) },
)

export const hostileDocument: fc.Arbitrary<LexicalJson> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => state(...blocks))

/** What the claims of these documents say, and the sources that they rest on. */
export const statements: Readonly<Record<string, { text: string; sources: readonly string[] }>> = {
  'claim-1': { text: 'Pain fell by 1.5 (95 % CI 0.5–2.5; p<0.01) of 10.', sources: ['pers-2024'] },
  'claim-2': { text: '> 10⁹/L *not* reached.', sources: ['a-2020', 'pers-2024'] },
}

/** How the sources are cited. */
export const sources: Readonly<Record<string, string>> = {
  'a-2020': 'A. [Title] of 10–20 mg. 2020;1(2):3–4.',
  'pers-2024': 'Pers Y-M, et al. *Trial* < 5 %. 2024.',
}

export const images: Readonly<Record<string, { sha256: string; alt: string }>> = {
  'media-1': { sha256: 'ab'.repeat(32), alt: 'A needle [left] of 5 mm, "L4/L5" & <b>' },
  'media-2': { sha256: 'cd'.repeat(32), alt: '10⁹ cells ](x) *b*' },
}

export function imageAddress(sha256: string): string {
  return `https://feeds.example/feeds/v1/media/${sha256}.png`
}
