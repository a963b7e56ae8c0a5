import type { Root } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkDirective from 'remark-directive'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Processor } from 'unified'
import type { MarkdownDialect } from '../../domain/model/index.ts'

const readers = {
  gfm: unified().use(remarkParse).use(publishedSyntax).freeze(),
  directive: unified().use(remarkParse).use(publishedSyntax).use(remarkDirective).freeze(),
} as const satisfies Record<MarkdownDialect, unknown>

/**
 * Reads Markdown as renderMarkdown means it. Bare addresses (GFM 0.29, 6.9) stay the text that they
 * are in the signed tree: a link is one only where its author made one.
 */
export function readPublished(markdown: string, dialect: MarkdownDialect = 'gfm'): Root {
  return readers[dialect].parse(markdown)
}

function publishedSyntax(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    ...[gfmFootnote(), gfmStrikethrough(), gfmTable()],
  ]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    ...[gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()],
  ]
}
