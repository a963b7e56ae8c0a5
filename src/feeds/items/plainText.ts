import type { Nodes, RootContent } from 'mdast'
import { unicodeScript } from '../markdown/index.ts'

/** The words of some blocks without any markup, one block a line, a blank line between blocks. */
export function plainText(blocks: readonly RootContent[]): string {
  return blocks.map(wordsOf).join('\n\n')
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'superscript' || node.type === 'subscript') {
    // 10⁹ is not 109. What has no such form keeps the item out of the feed: see publishable.
    const script = unicodeScript(node.type, node.value)
    return script.ok ? script.value : node.value
  }
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const between = separators[node.type] ?? ''
  const children: readonly Nodes[] = node.children
  return children.map(wordsOf).join(between)
}

const separators: Partial<Record<Nodes['type'], string>> = {
  root: '\n\n',
  blockquote: '\n\n',
  containerDirective: '\n\n',
  list: '\n',
  listItem: '\n',
  table: '\n',
  tableRow: '\t',
}
