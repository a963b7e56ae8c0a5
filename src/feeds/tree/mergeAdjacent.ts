import type { Nodes } from 'mdast'

/** Joins neighbours that differ only in being two: text with text, code with code. */
export function mergeAdjacent<N extends Nodes>(nodes: readonly N[]): N[] {
  const merged: N[] = []
  for (const node of nodes) {
    const before = merged.at(-1)
    if (before !== undefined && isWords(before) && isWords(node) && before.type === node.type) {
      merged[merged.length - 1] = { ...before, value: before.value + node.value }
    } else {
      merged.push(node)
    }
  }
  return merged
}

const words: ReadonlySet<string> = new Set(['text', 'inlineCode', 'superscript', 'subscript'])

function isWords<N extends Nodes>(node: N): node is N & { value: string } {
  return words.has(node.type)
}
