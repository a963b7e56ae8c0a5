import type { Unsafe } from 'mdast-util-to-markdown'
import type { Processor } from 'unified'

const inConstruct = 'phrasing'

/**
 * What is text to CommonMark and GFM, and syntax to a site that our Markdown passes through:
 *
 * - `{`: heading attributes in goldmark and Docusaurus, shortcodes in Hugo, expressions in Liquid,
 *   Nunjucks and MDX. A shortcode that Hugo does not know ends its build.
 * - `{%` and `{#`: tags and comments in Liquid and Nunjucks, which see no escape before the brace.
 * - `^[`: a footnote in its place, in markdown-it-footnote and Pandoc.
 */
const unsafe: Unsafe[] = [
  { character: '{', after: '(?=[^%#])', inConstruct },
  { character: '%', before: String.raw`\{`, inConstruct },
  { character: '#', before: String.raw`\{`, inConstruct },
  { character: '^', after: String.raw`\[`, inConstruct },
]

export function escapeExtensions(this: Processor): void {
  const data = this.data()
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), { unsafe }]
}
