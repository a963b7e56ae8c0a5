import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

export interface MarkdownFacts {
  /** Targets of links and images, as they are written. */
  readonly links: readonly string[]
  /** Names of footnotes that are referred to and nowhere defined. */
  readonly undefinedFootnotes: readonly string[]
}

/** Finds what a Markdown text points to, given its tree and its source. */
export function markdownFacts(tree: Root, source: string): MarkdownFacts {
  const links: string[] = []
  const undefinedFootnotes = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push(node.url)
    }
    if (node.type !== 'text') return
    // GFM reads a reference without a definition as text. Its source tells it from brackets that
    // were escaped to be text.
    const written = source.slice(node.position?.start.offset, node.position?.end.offset)
    for (const [, name = ''] of written.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
      undefinedFootnotes.add(name)
    }
  })
  return { links, undefinedFootnotes: [...undefinedFootnotes] }
}
