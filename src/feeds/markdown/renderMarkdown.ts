import type { Root } from 'mdast'
import { orRefusal } from '../tree/index.ts'
import type { MarkdownDialect } from '../../domain/model/index.ts'
import type { RichTextRefusal } from '../tree/index.ts'
import { firstDifference } from './firstDifference.ts'
import { parse, stringify } from './processor.ts'
import { publishable } from './publishable.ts'
import type { MarkdownOptions } from './publishable.ts'
import { writeInUnits } from './writeInUnits.ts'

export type MarkdownResult = { readonly ok: true; readonly markdown: string } | RichTextRefusal

/**
 * Writes a tree as CommonMark 0.31 with GFM tables, strikethrough and footnotes, and in the dialect
 * `directive` with claims, notices and disclaimers as remark-directive reads them. Whatever is
 * written is read again, and when that does not give the same tree the answer is a refusal with the
 * place: numbers, units, comparators and every other character reach the reader as they were
 * signed, or not at all. Raised and lowered characters become their Unicode forms (10⁹, H₂O).
 */
export function renderMarkdown(tree: Root, options: MarkdownOptions = {}): MarkdownResult {
  return orRefusal(() => {
    const source = publishable(tree, options)
    // What is proven of units was proven of GFM.
    const markdown = options.dialect === 'directive' ? undefined : writeInUnits(source)
    return markdown === undefined ? renderWhole(source, options.dialect) : { ok: true, markdown }
  })
}

/** Writes a publishable tree and reads all of it again. */
export function renderWhole(source: Root, dialect: MarkdownDialect = 'gfm'): MarkdownResult {
  const markdown = stringify(source, dialect)
  const difference = firstDifference(source, parse(markdown, dialect))
  if (difference === undefined) return { ok: true, markdown }
  return {
    ok: false,
    place: difference.place,
    message: `Markdown cannot say this without changing it: ${difference.expected} would be read as ${difference.found}. Word it differently.`,
  }
}
