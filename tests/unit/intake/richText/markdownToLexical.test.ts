import { beforeAll, describe, expect, it } from 'vitest'
import { MarkdownError, markdownToLexical } from '../../../../src/intake/richText/index.ts'
import { payloadEditor } from './payloadEditor.ts'
import { samples } from './samples.ts'

const ids = { claimId: (key: string) => (key === 'unheard-of' ? undefined : `id of ${key}`) }

describe('markdownToLexical', () => {
  let store: (state: unknown) => unknown
  beforeAll(async () => {
    store = await payloadEditor()
  })

  it.each(Object.entries(samples))('writes %s as the editor would store it', (_, markdown) => {
    const state = markdownToLexical(markdown, ids)
    expect(store(state)).toEqual(state)
  })

  it('puts a claim into an inline block under its database id', () => {
    expect(markdownToLexical('Before {{one-claim}} after.', ids).root.children).toMatchObject([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Before ' },
          {
            type: 'inlineBlock',
            version: 1,
            fields: {
              id: '000000000000000000000001',
              blockType: 'claim',
              claim: 'id of one-claim',
            },
          },
          { type: 'text', text: ' after.' },
        ],
      },
    ])
  })

  it('names blocks and links by a count of its own or by the caller', () => {
    const markdown = '{{one-claim}} [a](https://a.example) {{one-claim}}'
    expect(markdownToLexical(markdown, ids)).toEqual(markdownToLexical(markdown, ids))
    let last = 0
    const state = markdownToLexical(markdown, { ...ids, newId: () => `n${String((last += 1))}` })
    expect(JSON.stringify(state).match(/"id":"n\d"/g)).toEqual([
      '"id":"n1"',
      '"id":"n2"',
      '"id":"n3"',
    ])
  })

  it.each([
    ['a claim that does not exist', 'text\n\n{{unheard-of}}', 3, /no claim "unheard-of"/],
    ['braces without a key', 'a\n\nb {{No Key}}', 3, /braces/],
    ['a claim in bold', '**{{one-claim}}**', 1, /formatted/],
    ['a claim in a link', '[{{one-claim}}](https://a.example)', 1, /link holds text only/],
    ['HTML', 'a\n\n<div>b</div>', 3, /HTML/],
    ['inline HTML', 'a <b>b</b>', 1, /HTML/],
    ['raised text that is not closed', 'a <sup>b', 1, /HTML/],
    ['raised text with a format', 'a <sup>*b*</sup>', 1, /HTML/],
    ['an image', 'a\nb ![c](d.png)', 2, /image/],
    ['a code block', '```\na\n```', 1, /code/],
    ['a footnote', 'a[^1]\n\n[^1]: b', 1, /footnoteReference/],
    ['a link by reference', '[a][b]\n\n[b]: https://a.example', 1, /linkReference/],
    ['a link to a script', '[a](javascript:alert)', 1, /address/],
    ['a relative link', '[a](/b)', 1, /address/],
    ['a link with a title', '[a](https://a.example "b")', 1, /title/],
    ['a check list', '- [ ] a', 1, /check list/],
    ['two paragraphs in a list item', '- a\n\n  b', 3, /one paragraph/],
    ['a list item without its own line', '- - a', 1, /begins with a line/],
    ['two paragraphs in a quotation', '> a\n>\n> b', 1, /one paragraph/],
    ['lists nine deep', nested(9), 9, /at most 8/],
  ])('refuses %s and names the line', (_, markdown, line, message) => {
    const refused = () => markdownToLexical(markdown, ids)
    expect(refused).toThrow(MarkdownError)
    expect(refused).toThrow(message)
    expect(refused).toThrow(expect.objectContaining({ line }) as Error)
    expect(refused).toThrow(new RegExp(`^Line ${String(line)}: `))
  })
})

function nested(levels: number): string {
  return Array.from({ length: levels }, (_, index) => `${'  '.repeat(index)}- a\n`).join('')
}
