import { describe, expect, it } from 'vitest'
import type { BlockContent, PhrasingContent } from 'mdast'
import { emptyRichText, lexicalToMdast } from '../../../../src/feeds/index.ts'
import * as lexical from './lexicalState.ts'
import { cell, item, link, list, paragraph, state, table, text } from './lexicalState.ts'
import type { LexicalJson } from './lexicalState.ts'

const digest = 'ab'.repeat(32)
const references = {
  claimKey: (id: string) => (id === 'claim-id' ? 'prp-pain' : undefined),
  media: (id: string) =>
    id === 'media-id' ? { sha256: digest, alt: 'A needle', extension: 'png' } : undefined,
}

function blocks(...nodes: LexicalJson[]): unknown {
  const result = lexicalToMdast(state(...nodes), references)
  return result.ok ? result.tree.children : result
}

function words(...nodes: LexicalJson[]): unknown {
  const result = lexicalToMdast(state(paragraph(...nodes)), references)
  const [block] = result.ok ? result.tree.children : []
  return block?.type === 'paragraph' ? block.children : (block ?? result)
}

function refusal(value: unknown): { place: string; message: string } {
  const result = lexicalToMdast(value, references)
  if (result.ok) throw new Error('was not refused')
  return { place: result.place, message: result.message }
}

const plain = (value: string): PhrasingContent => ({ type: 'text', value })
const para = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })

describe('lexicalToMdast: blocks', () => {
  it('reads a missing state as an empty text', () => {
    expect(lexicalToMdast(null, references)).toEqual({ ok: true, tree: emptyRichText })
    expect(lexicalToMdast(undefined, references)).toEqual({ ok: true, tree: emptyRichText })
  })

  it('keeps paragraphs, headings, quotes and rules', () => {
    expect(
      blocks(
        lexical.heading('h3', text('Dose')),
        paragraph(text('5 mg/kg')),
        lexical.quote(text('one'), lexical.lineBreak, text('two')),
        lexical.rule,
      ),
    ).toEqual([
      { type: 'heading', depth: 3, children: [plain('Dose')] },
      para(plain('5 mg/kg')),
      { type: 'blockquote', children: [para(plain('one'), { type: 'break' }, plain('two'))] },
      { type: 'thematicBreak' },
    ])
  })

  it('leaves out blocks in which nothing is written', () => {
    expect(
      blocks(
        paragraph(),
        paragraph(text('')),
        lexical.heading('h2'),
        lexical.quote(),
        list('bullet', []),
        paragraph(lexical.lineBreak),
      ),
    ).toEqual([])
  })

  it('puts a nested list into the item it belongs to', () => {
    const nested = list('bullet', [
      item(text('a')),
      item(list('number', [item(text('b'))], 3)),
      item(text('c')),
    ])
    expect(blocks(nested)).toEqual([
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: [
          {
            type: 'listItem',
            spread: false,
            children: [
              para(plain('a')),
              {
                type: 'list',
                ordered: true,
                start: 3,
                spread: false,
                children: [{ type: 'listItem', spread: false, children: [para(plain('b'))] }],
              },
            ],
          },
          { type: 'listItem', spread: false, children: [para(plain('c'))] },
        ],
      },
    ])
  })

  it('names an image by the digest of its file', () => {
    const image = para({ type: 'image', url: `media:${digest}`, alt: 'A needle' })
    expect(blocks(lexical.upload('media-id'))).toEqual([image])
    expect(blocks(lexical.upload({ id: 'media-id', filename: 'x.png' }))).toEqual([image])
  })
})

describe('lexicalToMdast: tables', () => {
  const row = (...values: readonly string[]) => ({
    type: 'tableRow',
    children: values.map((value) => ({
      type: 'tableCell',
      children: value === '' ? [] : [plain(value)],
    })),
  })
  const cells = (headerState: number, ...values: readonly string[]) =>
    values.map((value) => cell(headerState, paragraph(text(value))))

  it('takes a first row of column headers as the header', () => {
    expect(blocks(table(cells(1, 'Group', 'n'), cells(0, 'PRP', '29')))).toEqual([
      { type: 'table', align: [null, null], children: [row('Group', 'n'), row('PRP', '29')] },
    ])
  })

  it('gives a table without a header row an empty one', () => {
    expect(blocks(table(cells(2, 'PRP', '29')))).toEqual([
      { type: 'table', align: [null, null], children: [row('', ''), row('PRP', '29')] },
    ])
  })

  it('fills short rows up', () => {
    expect(blocks(table(cells(3, 'a'), cells(0, 'b', 'c')))).toEqual([
      { type: 'table', align: [null, null], children: [row('a', ''), row('b', 'c')] },
    ])
  })

  it.each([
    ['two paragraphs', cell(0, paragraph(text('a')), paragraph(text('b')))],
    ['a list', cell(0, list('bullet', [item(text('a'))]))],
    ['a line break', cell(0, paragraph(text('a'), lexical.lineBreak, text('b')))],
    ['merged columns', { ...cell(0), colSpan: 2 }],
    ['merged rows', { ...cell(0), rowSpan: 2 }],
  ])('refuses a cell with %s and says which', (_, bad) => {
    expect(refusal(state(table([cell(1), cell(1)], [cell(0), bad]))).place).toBe(
      'root.children.0.children.1.children.1',
    )
  })

  it('lets empty paragraphs in a cell go', () => {
    expect(blocks(table([cell(1, paragraph(text('a')), paragraph())]))).toEqual([
      { type: 'table', align: [null], children: [row('a')] },
    ])
  })
})

describe('lexicalToMdast: words', () => {
  it.each([
    ['strong', lexical.bold],
    ['emphasis', lexical.italic],
    ['delete', lexical.struck],
  ])('wraps %s text', (type, format) => {
    expect(words(text('a '), text('b', format))).toEqual([
      plain('a '),
      { type, children: [plain('b')] },
    ])
  })

  it('keeps code, raised and lowered characters', () => {
    expect(
      words(
        text('H'),
        text('2', lexical.lowered),
        text('O 10'),
        text('9', lexical.raised),
        text('x=1', lexical.code),
      ),
    ).toEqual([
      plain('H'),
      { type: 'subscript', value: '2' },
      plain('O 10'),
      { type: 'superscript', value: '9' },
      { type: 'inlineCode', value: 'x=1' },
    ])
  })

  it('gives the same tree however the editor split a text', () => {
    const one = words(text('a 5 mg b', lexical.bold))
    expect(words(text('a ', lexical.bold), text('5 mg', 1), text(' b', 1))).toEqual(one)
    expect(one).toEqual([{ type: 'strong', children: [plain('a 5 mg b')] }])
  })

  it('puts the format that runs furthest outside', () => {
    expect(words(text('a', 2), text('b', 3), text('c', 2))).toEqual([
      {
        type: 'emphasis',
        children: [plain('a'), { type: 'strong', children: [plain('b')] }, plain('c')],
      },
    ])
  })

  it('moves white space at the edge of a format outside and loses none', () => {
    expect(words(text('a'), text(' b ', lexical.bold), text('c'))).toEqual([
      plain('a '),
      { type: 'strong', children: [plain('b')] },
      plain(' c'),
    ])
    expect(words(text('10'), text(' 9 ', lexical.raised), text('L'))).toEqual([
      plain('10 '),
      { type: 'superscript', value: '9' },
      plain(' L'),
    ])
    expect(words(text('a'), text('  ', lexical.bold), text('c'))).toEqual([plain('a  c')])
  })

  it('reads line ends in a text as line breaks, and drops those at the edges of a block', () => {
    expect(words(lexical.lineBreak, text('a\r\nb\nc'), lexical.lineBreak)).toEqual([
      plain('a'),
      { type: 'break' },
      plain('b'),
      { type: 'break' },
      plain('c'),
    ])
  })

  it('keeps tabs, no-break spaces and leading and trailing spaces', () => {
    expect(words(text(' 5\u00a0mg'), lexical.tab, text('x '))).toEqual([plain(' 5\u00a0mg\tx ')])
  })

  it('refers to a claim by its key, whether its id or the claim itself is stored', () => {
    const reference = [{ type: 'claimReference', claim: 'prp-pain' }]
    expect(words(lexical.claim('claim-id'))).toEqual(reference)
    expect(words(lexical.claim({ id: 'claim-id', statement: 'x' }))).toEqual(reference)
  })

  it.each(['https://example.org/a_b', 'http://example.org', 'mailto:a@example.org'])(
    'keeps a link to %s',
    (url) => {
      expect(words(link(url, text('here')))).toEqual([
        { type: 'link', url, children: [plain('here')] },
      ])
    },
  )
})

describe('lexicalToMdast: refusals', () => {
  it.each([
    ['underlined text', text('a', lexical.underlined), 'Underlined'],
    ['highlighted text', text('a', lexical.highlighted), 'Highlighted'],
    ['text shown in capitals', text('a', 512), '512'],
    ['text that is raised and lowered', text('a', 96), 'only one'],
    ['a control character', text('a\u0000'), 'U+0000'],
    ['half a surrogate pair', text('\ud83d'), 'U+D83D'],
    ['a script link', link('javascript:alert(1)', text('a')), 'javascript:alert(1)'],
    ['a script link with a tab', link('java\tscript:alert(1)', text('a')), 'script'],
    ['a relative link', link('/therapies', text('a')), '/therapies'],
    ['a link without text', link('https://example.org'), 'no text'],
    ['an internal link', { ...link('', text('a')), fields: { linkType: 'internal' } }, 'CMS'],
    ['a claim that is gone', lexical.claim('other'), 'does not exist'],
    ['a claim nobody chose', lexical.claim(null), 'No claim is chosen'],
    [
      'another inline block',
      { type: 'inlineBlock', fields: { blockType: 'price' } },
      'inline price block',
    ],
  ])('refuses %s and names the place', (_, node, message) => {
    const refused = refusal(state(paragraph(text('x')), paragraph(text('y'), node)))
    expect(refused.place).toBe('root.children.1.children.1')
    expect(refused.message).toContain(message)
  })

  it.each([
    ['an unknown block', { type: 'block', fields: {} }],
    ['a relationship', { type: 'relationship', relationTo: 'studies', value: 'x' }],
    ['a check list', list('check', [item(text('a'))])],
    ['a list that starts nowhere', list('number', [item(text('a'))], 1.5)],
    ['an image that is gone', lexical.upload('other')],
    ['an upload from elsewhere', { ...lexical.upload('media-id'), relationTo: 'studies' }],
    ['a heading of two lines', lexical.heading('h2', text('a'), lexical.lineBreak, text('b'))],
    ['a heading of no level', lexical.heading('h9', text('a'))],
    ['a paragraph without children', { type: 'paragraph' }],
    ['something that is no node', { children: [] }],
  ])('refuses %s and names the place', (_, node) => {
    expect(refusal(state(paragraph(text('x')), node)).place).toBe('root.children.1')
  })

  it('refuses a claim inside a link', () => {
    const inside = link('https://example.org', text('a'), lexical.claim('claim-id'))
    expect(refusal(state(paragraph(inside))).place).toBe('root.children.0.children.0.children.1')
  })

  it.each([{}, [], 'text', { root: null }, { root: { type: 'paragraph', children: [] } }])(
    'refuses %j as a state',
    (value) => {
      expect(refusal(value).place).toBe('root')
    },
  )

  it('refuses a text made to exhaust the stack', () => {
    let nested = paragraph(text('a'))
    for (let depth = 0; depth < 5000; depth += 1) nested = lexical.quote(nested)
    expect(refusal(state(nested)).message).toContain('levels deep')
  })
})
