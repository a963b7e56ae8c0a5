import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Processor } from 'unified'
import { orRefusal } from '../tree/index.ts'
import type { RichTextRefusal } from '../tree/index.ts'
import { firstDifference } from './firstDifference.ts'
import { publishable } from './publishable.ts'
import type { MarkdownOptions } from './publishable.ts'

export type MarkdownResult = { readonly ok: true; readonly markdown: string } | RichTextRefusal

/**
 * Writes a tree as CommonMark 0.31 with GFM tables, strikethrough and footnotes. Whatever is
 * written is read again, and when that does not give the same tree the answer is a refusal with the
 * place: numbers, units, comparators and every other character reach the reader as they were
 * signed, or not at all. Raised and lowered characters become their Unicode forms (10⁹, H₂O).
 */
export function renderMarkdown(tree: Root, options: MarkdownOptions = {}): MarkdownResult {
  return orRefusal(() => {
    const source = publishable(tree, options)
    const markdown = processor.stringify(source)
    const difference = firstDifference(source, processor.parse(markdown))
    if (difference === undefined) return { ok: true, markdown }
    return {
      ok: false,
      place: difference.place,
      message: `Markdown cannot say this without changing it: ${difference.expected} would be read as ${difference.found}. Word it differently.`,
    }
  })
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { tableCellPadding: true, tablePipeAlign: false })
  .use(keepCellEdges)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '+',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    setext: false,
  })
  .freeze()

/** GFM trims the cells of a table. White space that belongs to the text becomes a reference. */
function keepCellEdges(this: Processor): void {
  const data = this.data()
  const inConstruct = 'tableCell'
  const edges = [' ', '\t'].flatMap((character) => [
    { character, before: '^ ', inConstruct } as const,
    { character, after: '(?= $)', inConstruct } as const,
  ])
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), { unsafe: edges }]
}
