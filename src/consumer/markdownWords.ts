import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/** Reads CommonMark and GFM. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown)
}

/**
 * What a reader sees of a node, without white space, which forms of a text are free to break
 * differently. A footnote reference reads `[^name]`.
 */
export function wordsOf(node: Nodes): string {
  return withoutSpace(textOf(node))
}

export function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '')
}

function textOf(node: Nodes): string {
  if (node.type === 'footnoteReference') return `[^${node.label ?? node.identifier}]`
  if (node.type === 'image') return node.alt ?? ''
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const children: readonly Nodes[] = node.children
  return children.map(textOf).join('')
}
