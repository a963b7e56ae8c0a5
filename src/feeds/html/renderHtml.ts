import type { Root } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { MarkdownOptions } from '../markdown/index.ts'
import { publishable } from '../markdown/index.ts'
import type { RichTextRefusal } from '../tree/index.ts'
import { orRefusal, withoutDirectives } from '../tree/index.ts'
import { expectPublished } from './expectPublished.ts'
import { markDirection } from './markDirection.ts'
import { prefixLabel } from './prefixLabel.ts'
import { readPublished } from './publishedSyntax.ts'
import { safeElements } from './safeElements.ts'
import { spreadByContent } from './spreadByContent.ts'

export interface HtmlOptions extends MarkdownOptions {
  /** Stands before every id, so that items on one page keep their footnotes apart. */
  readonly idPrefix?: string
  /** Heading of the footnotes, in the language of the text. */
  readonly footnotesHeading?: string
  /** Name of the way back from a footnote, in the language of the text; a number follows it. */
  readonly backLabel?: string
}

export type HtmlResult = { readonly ok: true; readonly html: string } | RichTextRefusal

/**
 * The HTML of a tree that renderMarkdown takes, or of Markdown that it wrote; both give the same.
 * It is the same in every dialect, and a fragment without a document around it. What it has no form for is refused with its place
 * and never left out; what could harm a page is not in it, whatever the text says.
 */
export function renderHtml(source: Root | string, options: HtmlOptions = {}): HtmlResult {
  return orRefusal(() => {
    const tree =
      typeof source === 'string'
        ? withoutDirectives(readPublished(source, options.dialect))
        : publishable(source, { ...options, dialect: 'gfm' })
    expectPublished(tree)
    const writer = writerFor(options)
    return { ok: true, html: writer.stringify(writer.runSync(spreadByContent(tree))) }
  })
}

function writerFor({
  idPrefix = '',
  footnotesHeading = 'Footnotes',
  backLabel = 'Back to reference',
}: HtmlOptions) {
  return unified()
    .use(remarkRehype, {
      clobberPrefix: idPrefix,
      footnoteLabel: footnotesHeading,
      footnoteBackLabel: (footnote, reference) =>
        `${backLabel} ${String(footnote + 1)}${reference > 1 ? `-${String(reference)}` : ''}`,
    })
    .use(prefixLabel, idPrefix)
    .use(markDirection)
    .use(rehypeSanitize, safeElements)
    .use(rehypeStringify)
}
