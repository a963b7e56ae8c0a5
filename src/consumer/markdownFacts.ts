import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

export interface MarkdownFacts {
  /** Targets of links and images, as they are written. */
  readonly links: readonly string[]
  /** Names of footnotes that are referred to and nowhere defined. */
  readonly undefinedFootnotes: readonly string[]
}

const parser = unified().use(remarkParse).use(remarkGfm)

/** Finds what a Markdown text (CommonMark and GFM) points to. */
export function markdownFacts(markdown: string): MarkdownFacts {
  const links: string[] = []
  const undefinedFootnotes = new Set<string>()
  visit(parser.parse(markdown), (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push(node.url)
    }
    if (node.type !== 'text') return
    // GFM reads a reference without a definition as text. Its source tells it from brackets that
    // were escaped to be text.
    const source = markdown.slice(node.position?.start.offset, node.position?.end.offset)
    for (const [, name = ''] of source.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
      undefinedFootnotes.add(name)
    }
  })
  return { links, undefinedFootnotes: [...undefinedFootnotes] }
}
