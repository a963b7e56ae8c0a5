import fc from 'fast-check'
import type { PhrasingContent, RootContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { firstDifference } from '../../../../src/feeds/markdown/firstDifference.ts'
import { parseFragment } from '../../../../src/feeds/markdown/parseFragment.ts'
import { isPlainlyRead } from '../../../../src/feeds/markdown/plainUnit.ts'
import { stringify } from '../../../../src/feeds/markdown/processor.ts'
import { mergeAdjacent } from '../../../../src/feeds/tree/index.ts'

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] })
const emphasis = (value: string): PhrasingContent => ({ type: 'emphasis', children: [text(value)] })
const link = (value: string, url: string): PhrasingContent => ({
  type: 'link',
  url,
  children: [text(value)],
})
const note = (identifier: string): PhrasingContent => ({
  type: 'footnoteReference',
  identifier,
  label: identifier,
})
const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children })
const item = (...children: PhrasingContent[]): RootContent => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: [{ type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }],
})
const source: RootContent = {
  type: 'footnoteDefinition',
  identifier: 'a',
  label: 'a',
  children: [
    { type: 'paragraph', children: [text('Ng A. Title. '), link('https://a.bc', 'https://a.bc')] },
  ],
}

/** Signs that mean something in some place, beside words. */
const sign = fc.constantFrom(
  ...['*', '_', '[', ']', '(', ')', '<', '>', '&', '&lt;', '&#35;', '!'],
  ...[
    '`',
    '~',
    '|',
    '\\',
    ':',
    '.',
    '-',
    '+',
    '#',
    '=',
    '^',
    '@',
    'www.',
    'http',
    '://',
    '\n',
    '/',
  ],
  ...[' < 5', ' & ', '10⁹', '≥', '\u00a0', '“', '$', '{', '"'],
)
const plain = fc.constantFrom('a', 'b ', 'Ä', '1', ' ', '5 mg/kg', ', ')
const piece = fc.oneof({ weight: 2, arbitrary: plain }, { weight: 1, arbitrary: sign })
const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
const part = fc.oneof(
  { weight: 6, arbitrary: words.map(text) },
  { weight: 1, arbitrary: words.map(strong) },
  { weight: 1, arbitrary: words.map(emphasis) },
  { weight: 2, arbitrary: words.map((each) => link(each, 'https://a.bc/d')) },
  { weight: 2, arbitrary: fc.constant(note('a')) },
)
const unit = fc
  .tuple(fc.constantFrom(paragraph, item), fc.array(part, { minLength: 1, maxLength: 5 }))
  .map(([make, parts]) => make(...mergeAdjacent<PhrasingContent>([text('A'), ...parts])))

/** What was written, and with signs of it left out, doubled, or put elsewhere. */
const damaged = (markdown: string) =>
  fc
    .tuple(fc.nat(markdown.length), fc.constantFrom('', '\\', '*', '[', ']', ' ', '_', '('))
    .map(([at, sign]) =>
      sign === ''
        ? markdown.slice(0, at) + markdown.slice(at + 1)
        : markdown.slice(0, at) + sign + markdown.slice(at),
    )

function isReadAs(node: RootContent, markdown: string): boolean {
  const expected = { type: 'root' as const, children: [node] }
  return firstDifference(expected, parseFragment(markdown)) === undefined
}

describe('what is written plainly', () => {
  it.each([
    ['words and numbers', paragraph(text('The score fell by 5 (95 % CI −6.5 to 6.2; p<0.05).'))],
    ['escaped signs', paragraph(text('A *p* of 3e-3, [3.0; 4.0], ~5 µL, index_2_mean | 7.'))],
    ['a label', item(strong('Certainty:'), text(' low'))],
    ['emphasis', paragraph(text('It was '), emphasis('not'), text(' so.'))],
    ['a link', item(link('A claim.', 'https://a.bc/d.md'), text(' (in support)'))],
    ['notes', paragraph(text('So it is.'), note('a'), note('b'), text(' (certainty: low)'))],
    ['a source', source],
    ['a heading', { type: 'heading', depth: 2, children: [text('Evidence for it')] }],
  ] satisfies [string, RootContent][])('knows %s', (_, node) => {
    const markdown = stringify({ type: 'root', children: [node] }).trimEnd()
    expect(isPlainlyRead(node, markdown)).toBe(true)
    expect(isReadAs(node, markdown)).toBe(true)
  })

  it.each([
    ['an open emphasis', paragraph(text('a *b*')), 'a *b*'],
    ['an open bracket', paragraph(text('a [b](c)')), 'a [b](c)'],
    ['a tag', paragraph(text('a <b')), 'a <b'],
    ['a reference', paragraph(text('a &lt; b')), 'a &lt; b'],
    ['an address', paragraph(text('a www.bc.de')), 'a www.bc.de'],
    ['a number at the start', paragraph(text('1. a')), '1. a'],
    ['a closed heading', { type: 'heading', depth: 2, children: [text('a #')] }, '## a #'],
    ['two lines', paragraph(text('a\nb')), 'a\nb'],
    ['words behind a note', paragraph(text('a'), note('a'), text('(b)')), 'a[^a](b)'],
    ['another text', paragraph(text('a 5')), 'a 6'],
    ['more than was meant', paragraph(text('a')), 'a b'],
    ['less than was meant', paragraph(text('a b')), 'a'],
  ] satisfies [string, RootContent, string][])('does not take %s for it', (_, node, markdown) => {
    expect(isPlainlyRead(node, markdown)).toBe(false)
  })

  it('is read as it was meant, whatever is in it', () => {
    let count = 0
    fc.assert(
      fc.property(unit, (node) => {
        const markdown = stringify({ type: 'root', children: [node] }).trimEnd()
        if (!isPlainlyRead(node, markdown)) return
        count += 1
        expect(isReadAs(node, markdown)).toBe(true)
      }),
      { numRuns: 5000 },
    )
    expect(count).toBeGreaterThan(500)
  })

  it('is read as it was meant, whoever wrote it', () => {
    const written = unit.chain((node) =>
      damaged(stringify({ type: 'root', children: [node] }).trimEnd()).map(
        (markdown) => [node, markdown] as const,
      ),
    )
    fc.assert(
      fc.property(written, ([node, markdown]) => {
        if (isPlainlyRead(node, markdown)) expect(isReadAs(node, markdown)).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})
