import type { Blockquote, Nodes, Root } from 'mdast'
import type {} from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { MarkdownDialect } from '../domain/model/index.ts'

const parsers = {
  gfm: unified().use(remarkParse).use(remarkGfm).freeze(),
  directive: unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze(),
} as const satisfies Record<MarkdownDialect, unknown>

/**
 * Reads CommonMark and GFM. Directives are read as what they say: a disclaimer is a block quote, and
 * any other is its words.
 */
export function parseMarkdown(markdown: string, dialect: MarkdownDialect = 'gfm'): Root {
  const tree = parsers[dialect].parse(markdown)
  return { ...tree, children: tree.children.flatMap(asSaid) as Root['children'] }
}

function asSaid(node: Nodes): Nodes[] {
  if (!('children' in node)) return [node]
  const children = node.children.flatMap(asSaid)
  if (node.type === 'containerDirective' && node.name === 'disclaimer') {
    return [{ type: 'blockquote', children: children as Blockquote['children'] }]
  }
  return node.type === 'textDirective' ? children : [{ ...node, children } as Nodes]
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
