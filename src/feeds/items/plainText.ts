import type { Nodes, RootContent } from 'mdast'

/** The words of some blocks without any markup, one block a line, a blank line between blocks. */
export function plainText(blocks: readonly RootContent[]): string {
  return blocks.map(wordsOf).join('\n\n')
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'image') return node.alt ?? ''
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const between = separators[node.type] ?? ''
  const children: readonly Nodes[] = node.children
  return children.map(wordsOf).join(between)
}

const separators: Partial<Record<Nodes['type'], string>> = {
  root: '\n\n',
  blockquote: '\n\n',
  list: '\n',
  listItem: '\n',
  table: '\n',
  tableRow: '\t',
}
