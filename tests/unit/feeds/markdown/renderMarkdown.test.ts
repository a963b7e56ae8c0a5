import fc from 'fast-check'
import type { PhrasingContent, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { lexicalToMdast, renderMarkdown } from '../../../../src/feeds/index.ts'
import {
  cell,
  heading,
  item,
  lineBreak,
  link,
  list,
  paragraph,
  quote,
  state,
  table,
  text,
} from '../lexical/lexicalState.ts'

const reader = unified().use(remarkParse).use(remarkGfm).freeze()

function root(...children: RootContent[]): Root {
  return { type: 'root', children }
}

function line(...children: PhrasingContent[]): Root {
  return root({ type: 'paragraph', children })
}

function plain(value: string): PhrasingContent {
  return { type: 'text', value }
}

function bold(value: string): PhrasingContent {
  return { type: 'strong', children: [plain(value)] }
}

function markdown(tree: Root): string {
  const result = renderMarkdown(tree)
  if (!result.ok) throw new Error(`${result.place}: ${result.message}`)
  return result.markdown
}

/** What a reader sees of a tree: words only, read by means other than the code under test. */
function seen(node: Root | RootContent): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(seen).join('') : ''
}

describe('renderMarkdown', () => {
  it.each([
    '- 5 mg/kg',
    '+ 3 points',
    '> 18 years',
    '1. first',
    '1) first',
    '# 4 of 10',
    '10⁹/L',
    'a|b',
    '| a | b |',
    'x < y & z > w',
    '<script>alert(1)</script>',
    '&amp; &lt;',
    '[x](javascript:alert(1))',
    '[^1] and [^1]: no note',
    'H~2~O and ~~not~~',
    '2*3*4 and _not_',
    '[@smith2021]',
    'p = 0.05; p<0.001 ± 2',
    '5\u00a0mg',
    ' leading and trailing ',
    '---',
    '===',
    '    four spaces',
    '\ttab',
    'back\\slash\\',
    '`code` ``',
    '![alt](x)',
    ': definition',
    '{braces} $math$',
    'www.example.com and a@example.com',
    '[ ] not a task',
    'a  b   c',
  ])('lets %j reach the reader as it was written, in text and in a table', (value) => {
    const read = reader.parse(markdown(line({ type: 'text', value })))
    expect(seen(read)).toBe(value)
    const inTable = root({
      type: 'table',
      align: [null],
      children: [
        { type: 'tableRow', children: [{ type: 'tableCell', children: [] }] },
        {
          type: 'tableRow',
          children: [{ type: 'tableCell', children: [{ type: 'text', value }] }],
        },
      ],
    })
    expect(seen(reader.parse(markdown(inTable)))).toBe(value)
  })

  it('writes raised and lowered characters as Unicode', () => {
    expect(
      markdown(
        line(
          { type: 'text', value: 'H' },
          { type: 'subscript', value: '2' },
          { type: 'text', value: 'O, 10' },
          { type: 'superscript', value: '9' },
          { type: 'text', value: '/L, CD34' },
          { type: 'superscript', value: '+' },
        ),
      ),
    ).toBe('H₂O, 10⁹/L, CD34⁺\n')
  })

  it.each<[string, PhrasingContent[], string]>([
    ['an emoji', [bold('😀'), plain('a')], '**😀**&#x61;'],
    ['an emoji at the start', [plain('a'), bold('😀b')], '&#x61;**😀b**'],
    ['a stop before a currency', [bold('a.'), plain('€')], '**a.**&#x20AC;'],
    [
      'nested marks',
      [{ type: 'emphasis', children: [bold('😀')] }, plain('₂')],
      '***😀***&#x2082;',
    ],
    ['a letter, which needs nothing', [bold('a'), plain('b')], '**a**b'],
    ['a stop before a space', [bold('a.'), plain(' b')], '**a.** b'],
  ])('lets every reader see where marks end that close on %s', (_, nodes, written) => {
    expect(markdown(line(...nodes))).toBe(`${written}\n`)
  })

  it('keeps white space at the ends of a text that readers would trim', () => {
    expect(markdown(line(plain('\u00a05 mg\u202f')))).toBe('&#xA0;5 mg&#x202F;\n')
    expect(markdown(line(plain('5\u00a0mg')))).toBe('5\u00a0mg\n')
  })

  it.each([
    ['a shortcode', '{{< a >}} {{% b %}}', String.raw`\{\{< a >}} \{{\% b %}}`],
    ['a heading attribute', 'a {.b}', String.raw`a \{.b}`],
    ['a tag and a comment', '{% a %} {# b #}', String.raw`{\% a %} {\# b #}`],
  ])('writes %s so that the site it passes through sees text', (_, value, written) => {
    expect(markdown(line(plain(value)))).toBe(`${written}\n`)
    expect(seen(reader.parse(markdown(line(plain(value)))))).toBe(value)
  })

  it('keeps a caret before a link from becoming a footnote', () => {
    const anchor: PhrasingContent = { type: 'link', url: 'https://a.bc', children: [plain('b')] }
    expect(markdown(line(plain('^'), anchor))).toBe('\\^[b](https://a.bc)\n')
  })

  it('refuses code that Hugo would run', () => {
    const result = renderMarkdown(line({ type: 'inlineCode', value: '{{< a >}}' }))
    expect(result).toMatchObject({ ok: false, place: 'children.0.children.0' })
  })

  it('refuses a raised character that Unicode does not have', () => {
    const result = renderMarkdown(
      line({ type: 'text', value: 'a' }, { type: 'superscript', value: '1,2' }),
    )
    expect(result).toMatchObject({ ok: false, place: 'children.0.children.1' })
    expect(result).toHaveProperty('message', expect.stringContaining('“,”'))
  })

  it('gives raised and lowered characters back their plain form under NFKC', () => {
    for (const type of ['superscript', 'subscript'] as const) {
      for (const value of '0123456789+=()aehjklmnoprstuvx') {
        const written = markdown(line({ type: 'text', value: 'x' }, { type, value }))
        expect(written.trim().normalize('NFKC')).toBe(`x${value}`.replace('−', '-'))
      }
    }
  })

  it('puts the public address in place of a digest, and refuses a file that is not there', () => {
    const tree = line({ type: 'image', url: 'media:abc', alt: 'A needle' })
    const mediaUrl = (sha256: string) =>
      sha256 === 'abc' ? 'https://example.org/feeds/v1/media/abc.png' : undefined
    expect(renderMarkdown(tree, { mediaUrl })).toEqual({
      ok: true,
      markdown: '![A needle](https://example.org/feeds/v1/media/abc.png)\n',
    })
    expect(renderMarkdown(tree)).toMatchObject({ ok: false, place: 'children.0.children.0' })
  })

  it.each<[string, PhrasingContent]>([
    ['HTML', { type: 'html', value: '<b>' }],
    ['a claim whose words are missing', { type: 'claimReference', claim: 'a' }],
    ['a script link', { type: 'link', url: 'javascript:alert(1)', children: [] }],
    ['a foreign image', { type: 'image', url: 'https://example.org/a.png' }],
    ['a NUL character', { type: 'text', value: 'a\u0000b' }],
  ])('refuses %s', (_, node) => {
    expect(renderMarkdown(line(node)).ok).toBe(false)
  })

  it('refuses a footnote reference that has no definition', () => {
    const reference: PhrasingContent = { type: 'footnoteReference', identifier: 'pers-2024' }
    expect(renderMarkdown(line({ type: 'text', value: 'a' }, reference)).ok).toBe(false)
    const definition: RootContent = {
      type: 'footnoteDefinition',
      identifier: 'pers-2024',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Pers.' }] }],
    }
    const complete = root(
      { type: 'paragraph', children: [{ type: 'text', value: 'a' }, reference] },
      definition,
    )
    expect(markdown(complete)).toBe('a[^pers-2024]\n\n[^pers-2024]: Pers.\n')
  })

  it('refuses a line break where Markdown has only one line', () => {
    const tree = root({
      type: 'heading',
      depth: 3,
      children: [{ type: 'text', value: 'a' }, { type: 'break' }, { type: 'text', value: 'b' }],
    })
    expect(renderMarkdown(tree)).toMatchObject({ ok: false, place: 'children.0.children.0' })
  })

  it('writes the same tree in the same way', () => {
    const tree = line({ type: 'text', value: '*' }, { type: 'break' }, { type: 'text', value: '_' })
    expect(markdown(tree)).toBe(markdown(structuredClone(tree)))
  })
})

const hostile = fc.constantFrom(
  ...['- ', '> ', '1. ', '1) ', '+ ', '# ', '|', '<', '<b>', '&', '&amp;', '[', '](x)', '[^a]'],
  ...['[^a]:', '~', '~~', '*', '**', '_', '__', '`', '``', ':', '---', '===', '\t', ' ', '  '],
  ...['\u00a0', '\\', '!', '![', '5 mg/kg', '> 18 years', 'H', 'é', '中', '。', 'a', 'b', '.', ','],
  ...['(', ')', '{', '}', '"', "'", '$', '^', '—', '10⁹', 'x', '0', '😀', '\u200b', 'www.a.bc'],
)
const words = fc.array(hostile, { maxLength: 8 }).map((parts) => parts.join(''))

describe('renderMarkdown, whatever is written', () => {
  it('gives every character of a plain text back', () => {
    fc.assert(
      fc.property(words, (value) => {
        fc.pre(value !== '')
        expect(seen(reader.parse(markdown(line({ type: 'text', value }))))).toBe(value)
      }),
      { numRuns: 1000 },
    )
  })

  const formatted = fc.record({
    value: words,
    format: fc.constantFrom(0, 0, 1, 2, 3, 4, 5, 7, 16, 17),
  })
  const inline = fc.oneof(
    { weight: 6, arbitrary: formatted.map(({ value, format }) => text(value, format)) },
    { weight: 1, arbitrary: fc.constant(lineBreak) },
    { weight: 1, arbitrary: words.map((value) => link('https://a.bc/(d)?e=*f*', text(value))) },
  )
  const oneLine = fc.array(
    formatted.map(({ value, format }) => text(value, format)),
    { maxLength: 3 },
  )
  const lines = fc.array(inline, { maxLength: 4 })
  const block = fc.oneof(
    lines.map((nodes) => paragraph(...nodes)),
    lines.map((nodes) => quote(...nodes)),
    oneLine.map((nodes) => heading('h3', ...nodes)),
    fc.array(lines, { minLength: 1, maxLength: 3 }).map((items) =>
      list(
        'bullet',
        items.map((nodes) => item(...nodes)),
      ),
    ),
    fc.array(lines, { minLength: 1, maxLength: 3 }).map((items) =>
      list('number', [
        item(text('a')),
        item(
          list(
            'bullet',
            items.map((nodes) => item(...nodes)),
          ),
        ),
      ]),
    ),
    fc
      .array(oneLine, { minLength: 2, maxLength: 6 })
      .map((cells) => table(...cells.map((nodes) => [cell(1, paragraph(...nodes)), cell(0)]))),
  )

  it('gives the words of a formatted text back, or refuses it', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 3 }), (nodes) => {
        const source = lexicalToMdast(state(...nodes), {
          claimKey: () => undefined,
          media: () => undefined,
        })
        if (!source.ok) return
        const result = renderMarkdown(source.tree)
        if (result.ok) expect(seen(reader.parse(result.markdown))).toBe(seen(source.tree))
      }),
      { numRuns: 400 },
    )
  })

  it('refuses next to nothing of what the editor can hold', () => {
    const documents = fc.sample(fc.array(block, { maxLength: 3 }), { numRuns: 400, seed: 7 })
    const refused = documents.flatMap((nodes) => {
      const source = lexicalToMdast(state(...nodes), {
        claimKey: () => undefined,
        media: () => undefined,
      })
      return source.ok && !renderMarkdown(source.tree).ok ? [nodes] : []
    })
    expect(refused).toEqual([])
  })
})
