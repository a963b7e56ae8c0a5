import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { lexicalToMdast, renderHtml } from '../../../../src/feeds/index.ts'
import * as lexical from '../lexical/lexicalState.ts'
import type { LexicalJson } from '../lexical/lexicalState.ts'
import { consumers, formsOf } from './forms.ts'
import { parseHtml } from './outlineOfHtml.ts'

/** What a browser would run if it took it for HTML. */
const markup = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "'><iframe srcdoc='<script>alert(1)</script>'>",
  '<a href="javascript:alert(1)">a</a>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[><script>alert(1)</script>]]>',
  '<?php echo 1 ?><b>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<style>@import "//a.bc"</style>',
  '<template><script>alert(1)</script></template>',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '<x onpointerenter=alert(1) style=position:fixed>',
]

/** What Markdown would make a link, an image or HTML of. */
const markdown = [
  '[a](javascript:alert(1))',
  '![a](javascript:alert(1))',
  '![a](x"onerror="alert(1))',
  '<javascript:alert(1)>',
  '<data:text/html,a>',
  '[a]: javascript:alert(1)',
  '[a][b]\\\n[b]: javascript:alert(1)',
  '[^"onclick=alert(1)]',
  '[^a]: <script>alert(1)</script>',
  '`<script>` ``</code><script>alert(1)</script>``',
  '| <script>alert(1)</script> | [a](vbscript:a) |',
  'https://a.bc/"onmouseover="alert(1)',
  'www.a.bc/<script>alert(1)</script>',
  'a@b.cd"onclick=alert(1)',
  '^[<script>alert(1)</script>]',
  '# a {onclick=alert(1)}',
]

const addresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\u0000script:alert(1)',
  '\u0001javascript:alert(1)',
  '\u2028javascript:alert(1)',
  '\u00a0javascript:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
  'javascript\uff1aalert(1)',
  'vbscript:msgbox(1)',
  'vb&Tab;script:a',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'blob:https://a.bc/1',
  'file:///etc/passwd',
  'view-source:https://a.bc',
  'filesystem:https://a.bc/x',
  '//a.bc',
  '/a',
  'https:a b',
  '#a',
  '',
]

/** Addresses that are let through, and must not leave their attribute. */
const oddAddresses = [
  'https://a.bc/"onclick="alert(1)',
  "https://a.bc/'><script>alert(1)</script>",
  'https://a.bc/)[a](javascript:alert(1)',
  'mailto:a@b.cd?subject="><script>',
  'https://a.bc/\\">`<b>`',
  'https://javascript:alert(1)@a.bc/',
]

const elements = new Set([
  ...[
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'blockquote',
    'ul',
    'ol',
    'li',
    'hr',
    'br',
    'table',
    'thead',
    'tbody',
  ],
  ...['tr', 'th', 'td', 'section', 'strong', 'em', 'del', 's', 'code', 'a', 'img', 'sup'],
])
const attributes = new Set([
  ...['href', 'src', 'alt', 'id', 'className', 'start', 'dir', 'dataFootnotes', 'dataFootnoteRef'],
  ...['dataFootnoteBackref', 'ariaLabel', 'ariaDescribedBy'],
])

/** What a browser could be harmed by in HTML. */
function unsafeIn(html: string): string[] {
  const found: string[] = []
  visit(parseHtml(html), (node) => {
    if (node.type === 'element') found.push(...unsafeOf(node))
    else if (node.type !== 'text' && node.type !== 'root') found.push(node.type)
  })
  return found
}

function unsafeOf({ tagName, properties }: Element): string[] {
  const wrongNames = Object.keys(properties).filter((name) => !attributes.has(name))
  const wrongAddresses = [properties.href, properties.src].flatMap((value) =>
    value === undefined || /^(https?:\/\/|mailto:|#)/.test(value) ? [] : [value],
  )
  return [...(elements.has(tagName) ? [] : [tagName]), ...wrongNames, ...wrongAddresses]
}

const { text } = lexical

/** A text in every field that holds one. */
function everywhere(value: string): LexicalJson[] {
  const anchor = lexical.link('https://a.bc', text(value))
  return [
    lexical.paragraph(text(value)),
    lexical.paragraph(text(value, lexical.bold), anchor, text(value, lexical.code)),
    lexical.heading('h3', text(value)),
    lexical.quote(text(value)),
    lexical.list('bullet', [lexical.item(text(value)), lexical.item(anchor)]),
    lexical.table([lexical.cell(1, lexical.paragraph(text(value)))]),
  ]
}

describe('a text that would harm a page', () => {
  it.each([...markup, ...markdown])('harms nothing in any field: %j', (value) => {
    for (const block of everywhere(value)) {
      const forms = formsOf(lexical.state(block))
      // Controls are refused, and so are two lines where there is room for one.
      if (!forms.ok) expect(value).toMatch(/[\0\n]/)
      const pages = forms.ok
        ? [forms.html, ...Object.values(consumers).map((render) => render(forms.markdown))]
        : []
      for (const html of pages) expect(unsafeIn(html)).toEqual([])
    }
  })

  it.each(addresses)('is no link to %j', (url) => {
    const forms = formsOf(lexical.state(lexical.paragraph(lexical.link(url, text('a')))))
    expect(forms.ok).toBe(false)
    const tree = {
      type: 'root' as const,
      children: [
        {
          type: 'paragraph' as const,
          children: [
            { type: 'link' as const, url, children: [{ type: 'text' as const, value: 'a' }] },
          ],
        },
      ],
    }
    expect(renderHtml(tree).ok).toBe(false)
  })

  it.each(oddAddresses)('does not get out of the address %j', (url) => {
    const forms = formsOf(lexical.state(lexical.paragraph(lexical.link(url, text('a')))))
    if (!forms.ok) return
    for (const html of [
      forms.html,
      ...Object.values(consumers).map((render) => render(forms.markdown)),
    ]) {
      expect(unsafeIn(html)).toEqual([])
    }
  })

  it.each([...markup, ...markdown])(
    'harms nothing as the alternative text of an image: %j',
    (alt) => {
      const read = lexicalToMdast(lexical.state(lexical.upload('a')), {
        claimKey: () => undefined,
        media: () => ({ sha256: 'ab', alt, extension: 'png' }),
      })
      if (!read.ok) throw new Error(read.message)
      const result = renderHtml(read.tree, { mediaUrl: () => 'https://a.bc/ab.png' })
      expect(result.ok ? unsafeIn(result.html) : []).toEqual([])
    },
  )

  it.each([...markup, ...markdown])(
    'is not let into our HTML from Markdown of others: %j',
    (value) => {
      const result = renderHtml(value)
      expect(result.ok ? unsafeIn(result.html) : []).toEqual([])
    },
  )

  it('is noticed by this test', () => {
    expect(unsafeIn('<p onclick="a"><b>x</b><a href="javascript:a">y</a></p><!--z-->')).toEqual(
      expect.arrayContaining(['onClick', 'b', 'javascript:a', 'comment']),
    )
  })
})
