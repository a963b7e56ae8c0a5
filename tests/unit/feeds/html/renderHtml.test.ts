import type { Root, RootContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../../../src/feeds/index.ts'
import type { HtmlOptions } from '../../../../src/feeds/index.ts'

function html(source: string | Root, options: HtmlOptions = {}): string {
  const result = renderHtml(source, options)
  if (!result.ok) throw new Error(`${result.place}: ${result.message}`)
  return result.html
}

function root(...children: RootContent[]): Root {
  return { type: 'root', children }
}

describe('renderHtml', () => {
  it('writes raised and lowered characters and images of a tree as its Markdown does', () => {
    const tree = root({
      type: 'paragraph',
      children: [
        { type: 'text', value: 'More than 10' },
        { type: 'superscript', value: '9' },
        { type: 'text', value: '/L ' },
        { type: 'image', url: 'media:ab', alt: 'A needle' },
      ],
    })
    expect(html(tree, { mediaUrl: () => 'https://a.bc/ab.png' })).toBe(
      '<p>More than 10⁹/L <img src="https://a.bc/ab.png" alt="A needle"></p>',
    )
  })

  it('keeps the footnotes of two items on one page apart, each with a way there and back', () => {
    const page = ['one-', 'two-'].map((idPrefix) =>
      html('A.[^x] B.[^x]\n\n[^x]: Source.\n', { idPrefix }),
    )
    const ids = page.flatMap((part) => [...part.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const targets = page.flatMap((part) =>
      [...part.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to),
    )
    expect(ids).toEqual([
      ...['one-fnref-x', 'one-fnref-x-2', 'one-footnote-label', 'one-fn-x'],
      ...['two-fnref-x', 'two-fnref-x-2', 'two-footnote-label', 'two-fn-x'],
    ])
    expect(ids).toEqual(expect.arrayContaining(targets))
  })

  it('names the footnotes and the way back in the language that is asked for', () => {
    const german = html('A.[^x]\n\n[^x]: Source.\n', {
      footnotesHeading: 'Fußnoten',
      backLabel: 'Zurück zu',
    })
    expect(german).toContain('>Fußnoten</h2>')
    expect(german).toContain('aria-label="Zurück zu 1"')
  })

  it('leaves a bare address the text that it is', () => {
    expect(html('See www.a.bc or a@b.cd.\n')).toBe('<p>See www.a.bc or a@b.cd.</p>')
    expect(html('See <https://a.bc/>.\n')).toBe(
      '<p>See <a href="https://a.bc/">https://a.bc/</a>.</p>',
    )
  })

  it('lets a browser find the direction of what is written from right to left, and of nothing else', () => {
    expect(html('- כאב גב\n- pain\n')).toBe(
      '<ul dir="auto">\n<li dir="auto">כאב גב</li>\n<li>pain</li>\n</ul>',
    )
  })

  it('keeps a list whose inner list begins at 3 as close as one whose inner list begins at 1', () => {
    const close = html('- a\n\n  3. b\n- c\n')
    expect(close).toBe('<ul>\n<li>a\n<ol start="3">\n<li>b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>')
  })

  it.each([
    ['raw HTML', 'a <b>c</b>\n', 'children.0.children.1'],
    ['a block of raw HTML', '<div>a</div>\n', 'children.0'],
    ['a block of code', '```\na\n```\n', 'children.0'],
    ['a script link', '[a](javascript:alert(1))\n', 'children.0.children.0'],
    ['a link without a scheme', '[a](/b)\n', 'children.0.children.0'],
    ['an image of data', '![a](data:image/png;base64,AA)\n', 'children.0.children.0'],
    ['a link by reference', '[a][b]\n\n[b]: https://a.bc\n', 'children.0.children.0'],
    ['a footnote to which nothing refers', 'a\n\n[^x]: b\n', 'children.1'],
    ['a footnote that is defined twice', 'a[^x]\n\n[^x]: b\n\n[^x]: c\n', 'children.2'],
  ])('refuses %s rather than leave it out', (_, markdown, place) => {
    const result = renderHtml(markdown)
    expect(result).toMatchObject({ ok: false, place })
    expect(result).toHaveProperty('message', expect.stringMatching(/^\S.*\.$/))
  })

  it('refuses in a tree what its Markdown could not say', () => {
    const reference: RootContent = { type: 'footnoteReference', identifier: 'x' }
    const loose = root({ type: 'paragraph', children: [reference] })
    expect(renderHtml(loose)).toMatchObject({ ok: false, place: 'children.0.children.0' })
    const raised = root({ type: 'paragraph', children: [{ type: 'superscript', value: ',' }] })
    expect(renderHtml(raised)).toMatchObject({ ok: false, place: 'children.0.children.0' })
    const checked = root({
      type: 'list',
      children: [{ type: 'listItem', checked: true, children: [] }],
    })
    expect(renderHtml(checked)).toMatchObject({ ok: false, place: 'children.0.children.0' })
  })

  it('does not change the tree that it is given', () => {
    const tree = root({
      type: 'list',
      spread: true,
      children: [{ type: 'listItem', children: [] }],
    })
    const before = structuredClone(tree)
    html(tree)
    expect(tree).toEqual(before)
  })
})
